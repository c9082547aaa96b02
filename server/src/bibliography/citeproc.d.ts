/** As much of citeproc-js as is used here: https://citeproc-js.readthedocs.io/en/latest/running.html */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string | false;
    retrieveItem(id: string): unknown;
  }
  interface Engine {
    opt: { readonly xclass: string; readonly 'default-locale': readonly string[] };
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: readonly string[]): void;
    /** False where the style has no bibliography. */
    makeBibliography():
      | readonly [
          {
            /** Items of which the style prints nothing. */
            readonly bibliography_errors: readonly { readonly itemID: string | number }[];
            readonly entry_ids: readonly string[][];
          },
          readonly string[],
        ]
      | false;
    makeCitationCluster(items: readonly { readonly id: string }[]): string;
  }
  const CSL: {
    readonly Engine: new (system: System, style: string, language?: string, force?: boolean) => Engine;
    debug: (message: string) => void;
  };
  export default CSL;
}
