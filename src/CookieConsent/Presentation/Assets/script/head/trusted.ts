// The one Trusted Types policy. It passes only what stood in a gate of this page, or what was trusted before a gate renamed its addresses.

type Kind = "HTML" | "Script" | "ScriptURL";

const same = (text: string) => text;
let policy: any;

/** The text, trusted where that is possible; else as it is, which the browser then refuses. */
export function trust(kind: Kind, text: string): string {
  try {
    policy ??= (window as any).trustedTypes.createPolicy("cookie-consent", { createHTML: same, createScript: same, createScriptURL: same });
  } catch {
    policy = {};
  }

  return policy["create" + kind]?.(text) ?? text;
}
