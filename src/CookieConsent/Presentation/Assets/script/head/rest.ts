// The rest of the script: what answers the visitor, and what brings to life. It is fetched when there is something for it to do.
import policy from "./policy";
import { base } from "./state";

/** The address of one of our routes. */
export const own = (route: string) => base + policy.prefix + route;

/** What the rest can do, when it is here. */
export interface Rest {
  /** False where the settings cannot be had as a dialog. */
  show(hash: string): Promise<boolean>;
  submit(form: HTMLFormElement, submitter: HTMLElement | null): void;
  accept(): Promise<boolean>;
  reject(): Promise<boolean>;
  withdraw(): Promise<boolean>;
}

/** The rest fills it in. */
export const rest: Partial<Rest> = {};

let tries = 0;
let loading: Promise<boolean> | undefined;
let shared: unknown;

/** Says what the rest shares with us. */
export const share = (head: unknown) => shared = head;

async function fetchRest(): Promise<boolean> {
  try {
    // A browser may remember of an address that it has failed.
    (await import(`${own(policy.rest)}?${tries++}`)).default(shared);
    return true;
  } catch {
    loading = undefined;
    return false;
  }
}

/** It has been asked for often enough. */
export const isGone = () => tries > 9;

export const giveUp = () => tries = 10;

/** Whether the rest is here. */
export const load = async () => !!await (loading ??= navigator.onLine && !isGone() ? fetchRest() : undefined);

/** Opens the settings, as a page where they cannot be had as a dialog. */
export async function open(hash: string, page: string): Promise<void> {
  if (!(await load() && await rest.show!(hash))) {
    location.assign(page);
  }
}
