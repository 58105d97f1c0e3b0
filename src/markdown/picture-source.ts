/** Is the address of a picture a path, and not one of the web or what is written out in it? */
export function isLocalPicture(source: string): boolean {
  return source !== '' && !/^([a-z][a-z0-9+.-]+:|\/\/|#)/i.test(source);
}
