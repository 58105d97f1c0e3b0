// Stands for the package yoga-layout within the bundle; see yoga-layout.mjs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import loadYoga from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';

const yoga = {
  instantiateWasm(imports, receive) {
    const module = new WebAssembly.Module(readFileSync(join(__dirname, 'yoga.wasm')));
    receive(new WebAssembly.Instance(module, imports));
    return {};
  },
};
// It is a promise of `yoga` itself, which is complete already.
loadYoga(yoga);

export default wrapAssembly(yoga);
export * from './generated/YGEnums.js';
