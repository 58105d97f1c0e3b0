/**
 * Returns the text of a module that loads another when one of its functions is used. Behind a
 * prototype, for esbuild copies what an object has itself for everyone who imports it.
 */
export function atFirstUse(module) {
  return `let whole;
    module.exports = Object.create(
      new Proxy({}, { get: (_, name) => (whole ??= require('${module}'))[name] }));`;
}
