// Meta's snippet does nothing where there is an fbq already. So its own is spoken to, before anybody else can: when it is first read.
import { follow, may, page } from "./tools";

let fbq = page.fbq;
let told: any;
const say = () => told?.("consent", may("meta") ? "grant" : "revoke");

Object.defineProperty(page, "fbq", {
  configurable: true,
  set: (value) => fbq = value,
  get() {
    if (fbq !== told && (fbq?.queue || fbq?.callMethod)) {
      told = fbq;
      told("consent", "revoke");
      if (may("meta")) {
        say();
      }
    }

    return fbq;
  },
});
follow(say, false);
