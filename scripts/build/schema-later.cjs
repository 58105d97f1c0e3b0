// Stands for src/model/schema.ts in programs that seldom check anything: notes how a schema is to be
// made, and makes it, with zod, when something is checked by it.
const makers = new WeakMap();
let zod;
const load = () => (zod ??= require('./later-schema.js'));

/** A schema to be: whatever is asked of it but another check is asked of the schema itself. */
function toBe(make) {
  let made;
  const schema = () => (made ??= make());
  const note = new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'check') return (...checks) => toBe(() => schema().check(...checks.map(real)));
        const value = schema()[name];
        return typeof value === 'function' ? value.bind(made) : value;
      },
      has: (_, name) => name in schema(),
    },
  );
  makers.set(note, schema);
  return note;
}

/** What was noted, made; also within lists and shapes, and what `lazy` returns. */
function real(value) {
  if (typeof value === 'function') return (...given) => real(value(...given));
  if (typeof value !== 'object' || value === null) return value;
  const make = makers.get(value);
  if (make !== undefined) return make();
  if (Array.isArray(value)) return value.map(real);
  const isShape = Object.getPrototypeOf(value) === Object.prototype;
  return isShape ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, real(v)])) : value;
}

const maker =
  (find) =>
  (...given) =>
    toBe(() => find(load())(...given.map(real)));

/** Nothing is an error of zod's before there is zod. */
const $ZodError = {
  [Symbol.hasInstance]: (thrown) => zod !== undefined && thrown instanceof zod.$ZodError,
};

const among = (group) => new Proxy({}, { get: (_, name) => maker((all) => all[group][name]) });
const known = { $ZodError, coerce: among('coerce'), iso: among('iso') };

// Behind a prototype, for esbuild copies what an object has itself.
module.exports = Object.create(
  new Proxy({}, { get: (_, name) => known[name] ?? maker((all) => all[name]) }),
);
