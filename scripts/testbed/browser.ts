/** Opens the browser-served VS Code in Chromium, driven by Playwright. Knows nothing of Inquiry. */
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Testbed } from './prepare.ts';

export interface EditorPage {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A blank page that may read and write the clipboard at `origin`; the caller opens an address when it is ready. */
export async function openBrowser(testbed: Testbed, origin: string): Promise<EditorPage> {
  const profile = mkdtempSync(path.join(tmpdir(), 'inquiry-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: testbed.chromium,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      // Chromium refuses its sandbox to root, which CI runs as.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The address that opens `folder` in the editor served at `origin`. */
export function folderAddress(
  origin: string,
  folder: string,
  payload?: readonly (readonly string[])[],
): string {
  const address = new URL(origin);
  address.searchParams.set('folder', folder);
  if (payload !== undefined) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
