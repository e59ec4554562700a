let region: HTMLElement | undefined;

/** Says something to those who do not see it. */
export function announce(text: string, language: string): void {
  region ??= document.createElement("p");
  region.className = "vc-said";
  region.role = "status";
  region.lang = language;
  document.body.append(region);
  setTimeout(() => region!.textContent = text, 50);
}
