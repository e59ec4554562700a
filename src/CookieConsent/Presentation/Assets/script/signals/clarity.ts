// Microsoft Clarity knows no default: what it is told first is what the visitor has said so far.
import { follow, may, page, word } from "./tools";

follow(() => {
  page.clarity ??= function () {
    (page.clarity.q ??= []).push(arguments);
  };
  page.clarity("consentv2", { ad_Storage: word(may("clarity") && may("microsoft-uet:advertising")), analytics_Storage: word(may("clarity")) });
}, true);
