// Says in one line what the browser has to fetch, and what of it the guard takes; the tests hold the sizes.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const size = (content) => brotliCompressSync(content).length;
const [style, script, pages, rest] = [["style.min.css"], ["signal.google.min.js", "head.min.js"], ["pages.min.css"], ["rest.min.js"]]
  .map((names) => size(Buffer.concat(names.map((name) => readFileSync(new URL(name, import.meta.url))))));

/** The script without the guard, beside the script: both as esbuild leaves them. */
const bundle = async (plugins) => size((await build({ entryPoints: [new URL("script/head/main.ts", import.meta.url).pathname], bundle: true, minify: true, write: false, target: "chrome120", plugins })).outputFiles[0].contents);
const nothing = { name: "nothing", setup: (made) => made.onLoad({ filter: /[/\\]guard\.ts$/ }, () => ({ contents: "export const startGuard = () => {};", loader: "ts" })) };
const guard = await bundle([]) - await bundle([nothing]);

const number = (bytes) => bytes.toLocaleString("en");
console.log(`Browser assets, in bytes brotli. A first visit, with Google's signals: style ${number(style)} + script ${number(script)} = ${number(style + script)} of 7,000; guard ${number(guard)} of 2,000. With the first touch or answer: style ${number(pages)} + script ${number(rest)} = ${number(pages + rest)}`);
