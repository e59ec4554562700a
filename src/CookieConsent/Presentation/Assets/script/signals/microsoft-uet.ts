// Microsoft's advertising tag: denied before anything else, then the decision.
import { follow, may, page, visitor, word } from "./tools";

const say = (command: string, granted: boolean) => (page.uetq ??= []).push("consent", command, { ad_storage: word(granted) });

say("default", false);
follow(() => say("update", may("microsoft-uet:advertising")), visitor.decision.at);
