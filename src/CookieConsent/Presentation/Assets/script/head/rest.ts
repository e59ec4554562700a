// The rest of the script: what answers the visitor, and what brings to life. It is fetched when there is something for it to do.
import policy from "./policy";
import { own } from "./state";

/** What the rest can do, when it is here. */
export interface Rest {
  /** False where the settings cannot be had as a dialog. */
  show(hash: string): Promise<boolean>;
  submit(form: HTMLFormElement, submitter: HTMLElement | null, data: URLSearchParams): void;
  accept(): Promise<boolean>;
  reject(): Promise<boolean>;
  withdraw(): Promise<boolean>;
}

/** The rest fills it in. `head`: what it shares with us. `isGone`: it could not be had a moment ago. */
export const rest: Partial<Rest> & { head?: unknown; isGone?: boolean } = {};

let tries = 0;
let loading: Promise<boolean> | undefined;
const wait = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

async function fetchRest(): Promise<boolean> {
  let start;
  try {
    // A browser may remember of an address that it has failed, and a request may hang: then there is nothing to start.
    start = (await Promise.race<any>([import(`${own(policy.rest)}?${tries++}`), wait(9)])).default;
  } catch {
    rest.isGone = true;
    wait(tries).then(() => rest.isGone = loading = undefined);
    return false;
  }

  start(rest.head);
  return true;
}

/** Whether the rest is here. */
export const load = () => loading ??= fetchRest();

/** Opens the settings, as a page where they cannot be had as a dialog. */
export async function open(hash: string, page: string): Promise<void> {
  if (!(await load() && await rest.show!(hash))) {
    location.assign(page);
  }
}
