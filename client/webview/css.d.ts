/** Stylesheets are bundled by esbuild; to the compiler they are imports without exports. */
declare module '*.css';
