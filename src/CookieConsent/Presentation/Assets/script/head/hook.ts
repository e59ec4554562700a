// What stands before the browser's own functions. A proxy keeps their names, lengths, texts, errors and results.

export const { apply } = Reflect;

/** A method as a function of its object, which nobody can replace any more. */
export const own = <T, A extends unknown[], R>(method: (this: T, ...args: A) => R): ((self: T, ...args: A) => R) =>
  Function.prototype.call.bind(method) as never;

const isOwn = own(Object.prototype.isPrototypeOf);

export type Trap = (native: Function, self: any, args: any[]) => unknown;

/** Puts a trap before functions (`value`) or before the setters or getters of properties. What the browser does not have is left out. */
export function hook(owner: object | undefined, names: string, part: "value" | "get" | "set", trap: Trap): void {
  for (const name of names.split(" ")) {
    const descriptor = owner && Object.getOwnPropertyDescriptor(owner, name);
    const native = descriptor?.[part];
    if (native) {
      descriptor![part] = new Proxy(native, {
        // Whatever else it is called on, it fails as it always does.
        apply: (_, self, args) => (owner === window || isOwn(owner!, self) ? trap : apply)(native, self, args),
      });
      Reflect.defineProperty(owner!, name, descriptor!);
    }
  }
}
