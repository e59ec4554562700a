import policy from "./policy";

let region: HTMLElement | undefined;

/** Says something to those who do not see it. */
export function announce(text: string): void {
  region ??= document.createElement("p");
  region.className = "vc-said";
  region.role = "status";
  region.lang = policy.texts[9];
  document.body.append(region);
  setTimeout(() => region!.textContent = text, 50);
}
