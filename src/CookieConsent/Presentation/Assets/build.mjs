// Makes the committed assets of their sources.
import { build } from "esbuild";
import { readdirSync, writeFileSync } from "node:fs";
import { minify } from "terser";

const at = (name) => new URL(name, import.meta.url).pathname;
const options = { bundle: true, minify: true, write: false, charset: "utf8", legalComments: "none", target: ["chrome120", "safari17.5", "firefox128"], tsconfigRaw: {} };

async function style(name) {
  const { outputFiles: [made] } = await build({ ...options, entryPoints: [at(name + ".css")] });
  writeFileSync(at(name + ".min.css"), made.contents);
}

async function script(name, source, before = "", after = "") {
  // Code that stands in a function needs none of its own around it.
  const { outputFiles: [made] } = await build({ ...options, entryPoints: [at("script/" + source)], format: before ? "esm" : "iife", banner: { js: before }, footer: { js: after } });
  const { code } = await minify(made.text, { compress: { passes: 3, ecma: 2022, hoist_funs: true }, module: before.startsWith("export") });
  writeFileSync(at(name + ".min.js"), code + "\n");
}

for (const name of ["style", "card", "hint", "pages"]) {
  await style(name);
}

await script("head", "head/main.ts");
await script("rest", "rest/main.ts", "export default head=>{", "}");
for (const file of readdirSync(at("script/signals"))) {
  const name = file.replace(".ts", "");
  if (name !== "tools") {
    await script("signal." + name, "signals/" + file, "signals.push(tools=>{", "});");
  }
}
