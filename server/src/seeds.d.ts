/** The bundled library as the build puts it into the browser's bundle; see esbuild.mjs. */
declare module 'inquiry:seeds' {
  /** In the order in which they are read from a disk; paths from the seeds' folder. */
  const files: readonly { readonly path: string; readonly text: string }[];
  export default files;
}
