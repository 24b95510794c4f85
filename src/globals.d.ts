/** `?script` imports give the file name of a script that the build makes self-contained (see platform/injected-scripts). */
declare module '*?script' {
  const fileName: string;
  export default fileName;
}

/** OpenCC's dictionaries, each one text. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
