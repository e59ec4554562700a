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

/** The stylesheets, for a page that does not have them, or no longer. */
export const dress = () => Promise.all(policy.styles.map((route) => document.querySelector(`link[href="${own(route)}"]`) || new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = own(route);
  link.nonce = nonce;
  link.onload = link.onerror = done;
  document.head.append(link);
})));
