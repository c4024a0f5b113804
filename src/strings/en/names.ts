/** Why a folder cannot have a name, as what is said of the name. Apart from check.ts, so that the form of the builder loads no more. */
export const names = {
  direction: "holds a mark that turns the direction of text",
  control: "holds a control character, such as a line break",
  notUtf8: "is not valid UTF-8",
  windowsCharacter: "holds a character that Windows does not allow",
  edge: "begins or ends with a space, or ends with a dot",
  device: "is the name of a device on Windows",
  slash: "holds a slash, which would make two folders of it",
};
