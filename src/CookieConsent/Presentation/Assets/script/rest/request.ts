// Requests to our own routes. A document that XMLHttpRequest has read needs no Trusted Types policy.
import { nonce, own, policy } from "./head";

/** The address to come back to. */
export const here = () => location.pathname + location.search;

export const request = (address: string, form?: URLSearchParams) => new Promise<Document>((resolve, reject) => {
  const call = new XMLHttpRequest();
  call.open(form ? "POST" : "GET", address);
  call.responseType = "document";
  call.timeout = 30_000;
  call.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  call.onloadend = () => call.status === 200 && call.response ? resolve(call.response) : reject();
  call.send(form);
});

export const ask = (route: string, query = "") => request(`${own(route)}?${query}return=${encodeURIComponent(here())}`);

/** The stylesheets that we have added, and when they are there. */
const added = new Map<HTMLLinkElement, Promise<unknown>>();

/** The stylesheets, for a page that does not have them, or no longer. */
export function dress(): Promise<unknown> {
  added.forEach((_, link) => link.isConnected || added.delete(link));
  return Promise.all(policy.styles.map(arrivalOf));
}

function arrivalOf(route: string): Promise<unknown> | undefined {
  const found = document.querySelector<HTMLLinkElement>(`link[href="${own(route)}"]`);
  if (found) {
    return added.get(found);
  }

  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = own(route);
  link.nonce = nonce;
  const arrival = new Promise((done) => link.onload = link.onerror = done);
  added.set(link, arrival);
  document.head.append(link);
  return arrival;
}

/** A page that is put in place without loading a new document may take them away. */
export const isUndressed = () => [...added.keys()].some((link) => !link.isConnected);
