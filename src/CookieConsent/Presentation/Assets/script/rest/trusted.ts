import { trust } from "./head";

const types = (window as any).trustedTypes;

/** A value that an attribute of an element takes. */
export const trustFor = (element: Element, name: string, value: string): string => {
  const type = types?.getAttributeType(element.localName, name);
  return type ? trust(type.slice(7), value) : value;
};
