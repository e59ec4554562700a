// Requests to our own routes. A document that XMLHttpRequest has read needs no Trusted Types policy.
import policy from "./policy";
import { base } from "./state";

/** The address of one of our routes. */
export const own = (route: string) => base + policy.prefix + route;

/** The address to come back to. */
export const here = () => location.pathname + location.search;

/** The address of one of our pages, which leads back here. */
export const pageOf = (route: string, query = "") => `${own(route)}?${query}return=${encodeURIComponent(here())}`;

export const request = (address: string, form?: URLSearchParams) => new Promise<Document>((resolve, reject) => {
  const call = new XMLHttpRequest();
  call.open(form ? "POST" : "GET", address);
  call.responseType = "document";
  call.timeout = 30_000;
  call.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  call.onloadend = () => call.status === 200 && call.response ? resolve(call.response) : reject();
  call.send(form);
});

export const ask = (route: string, query?: string) => request(pageOf(route, query));

/** The stylesheet that a document of ours links to, for a page that does not have it yet. */
export async function dress(from: Document): Promise<void> {
  const link = document.importNode(from.querySelector("link")!);
  if (!document.querySelector(`link[href="${link.getAttribute("href")}"]`)) {
    await new Promise((done) => {
      link.onload = link.onerror = done;
      document.head.append(link);
    });
  }
}
