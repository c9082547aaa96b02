/** The HTML shell of the workbench: nothing but its own script and stylesheet may load or run in it. */
import * as vscode from 'vscode';

export function workbenchPage(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = makeNonce();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'main.js')).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(folder, 'main.css')).toString();
  const { bundle } = vscode.l10n;
  return `<!DOCTYPE html>
<html lang="${bundle === undefined ? 'en' : vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
</head>
<body>
<script type="application/json" id="translations">${bundle === undefined ? '' : inScript(bundle)}</script>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** As JSON within a script element: no text of it can end the element. */
const inScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
