// Says in one line what the browser has to fetch; the tests hold the budget.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const [style, script] = ["style.min.css", "script.min.js"].map((name) => brotliCompressSync(readFileSync(new URL(name, import.meta.url))).length);
const number = (bytes) => bytes.toLocaleString("en");
console.log(`Browser assets: style ${number(style)} + script ${number(script)} = ${number(style + script)} of 7,000 bytes brotli`);
