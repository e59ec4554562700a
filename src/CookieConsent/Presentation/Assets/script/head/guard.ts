// Stops writes of names that nobody agreed to. It runs first, and keeps what it needs, since later scripts can change any prototype.
import policy, { type Net } from "./policy";
import { visitor } from "./state";
import { apply, hook, own, type Trap } from "./hook";
import { ownerOf } from "./names";
import { report, type Kind } from "./report";

const exec = own(RegExp.prototype.exec);
const trim = own(String.prototype.trim);
const { now, parse } = Date;

/** Whether a write may land. What stands in place of a name may be a value, so it is not told. */
function may(net: Net, kind: Kind, letter: string, name: string, isNamed: unknown = name): boolean {
  const owner = ownerOf(letter + name);
  const rule = owner ? 2 : policy.undeclared[letter ? 1 : 0];
  if (owner && (owner[0] < 0 || visitor.allows(owner[0], owner[1]))) {
    return true;
  }

  if (!owner || net < 2) {
    report(kind, isNamed ? name : "(no name)");
  }

  return net < 2 || rule < 2;
}

/** Whether a cookie's text is meant to delete it. Browsers differ in how they read a date, so what passes for it is made one that all of them read. */
function deletes(text: string): boolean {
  const found = exec(/^(?=[^\0\r\n]*$).*;\s*(?:max-age\s*=\s*([^;]*)|expires\s*=([^;]*))/i, text);
  const age = found?.[1];
  return age ? age[0] === "0" || age[0] === "-" : !!found && parse(found[2]!) < now();
}

const guardCookies = (net: Net) => hook(Document.prototype, "cookie", "set", (native, self, args) => {
  // Once: an object may answer differently the second time.
  const text = args[0] = `${args[0]}`;
  const lands = may(net, "cookie", "", trim(exec(/^[\s=]*([^;=]*)/, text)![1]!), exec(/^\s*[^\s;=][^;=]*=/, text));
  if (lands || deletes(text)) {
    args[0] = lands ? text : text + "; max-age=0";
    apply(native, self, args);
  }
});

const guardCookieStore = (net: Net) => hook((window as any).CookieStore?.prototype, "set", "value", (native, self, args) => {
  const [first] = args;
  let name = first;
  let expires: number | undefined;
  if (first instanceof Object) {
    // A copy, so that it cannot answer differently the second time.
    const copy: any = args[0] = { ...first };
    name = copy.name = `${copy.name}`;
    if (copy.expires != null) {
      expires = copy.expires = +copy.expires;
    }
  }

  name = `${name}`;
  return !args.length || expires! <= now() || may(net, "cookie", "", name) ? apply(native, self, args) : Promise.resolve();
});

// Values can be written as properties, too; only a proxy sees that. The browser's functions know the area alone, so they get it.
function guardStorage(net: Net): void {
  const guarded: unknown[] = [];
  const areas: unknown[] = [];
  const pass = (value: unknown, from: unknown[], to: unknown[]) => value ? value === from[0] ? to[0] : value === from[1] ? to[1] : value : value;
  const lands = (area: unknown, key: unknown) =>
    typeof key !== "string" || (area === areas[0] ? may(net, "local", "l=", key) : may(net, "session", "s=", key));

  // Not before the page wants one: it costs the browser a while.
  ["localStorage", "sessionStorage"].forEach((property, index) => hook(window, property, "get", (native, self, args) => {
    const area: any = areas[index] = apply(native, self, args);
    return area && (guarded[index] ??= new Proxy(area, {
      set: (_, key, value) => !lands(area, key) || Reflect.set(area, key, value),
      defineProperty: (_, key, descriptor) => !lands(area, key) || Reflect.defineProperty(area, key, descriptor),
    }));
  }));
  const unwrap: Trap = (native, self, args) => apply(native, pass(self, guarded, areas), args);
  hook(Storage.prototype, "getItem removeItem clear key", "value", unwrap);
  hook(Storage.prototype, "length", "get", unwrap);
  hook(Storage.prototype, "setItem", "value", (native, self, args) => {
    const area = pass(self, guarded, areas);
    if (args.length > 1) {
      args[0] = `${args[0]}`;
      args[1] = `${args[1]}`;
    }

    return args.length > 1 && area instanceof Storage && !lands(area, args[0]) ? undefined : apply(native, area, args);
  });
  hook(StorageEvent.prototype, "storageArea", "get", (native, self, args) => pass(apply(native, self, args), areas, guarded));
  window.StorageEvent = new Proxy(StorageEvent, {
    construct: (native, [type, init], target) => Reflect.construct(native, [type, init && { ...init, storageArea: pass(init.storageArea, guarded, areas) }], target),
  });
}

/** Hangs up what is switched on. */
export function startGuard(): void {
  const [, , cookies, cookieStore, storage] = policy.nets;
  if (cookies) {
    guardCookies(cookies);
  }

  if (cookieStore) {
    guardCookieStore(cookieStore);
  }

  if (storage) {
    guardStorage(storage);
  }
}
