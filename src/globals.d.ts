/** `?script` imports give the file name of a script that the build makes self-contained (see platform/injected-scripts). */
declare module '*?script' {
  const fileName: string;
  export default fileName;
}
