// What the script in the head gives to those who speak to vendors. Each of them is a function of it.
import type { Tools } from "../head/signals";

declare const tools: Tools;

export const [dataLayer, visitor, may, word, follow] = tools;
export const page = window as any;
