import { rest } from "./head";
import { startBanner } from "./banner";
import { accept, reject, withdraw } from "./commands";
import { show } from "./dialog";
import { startGates } from "./gates";
import { dress } from "./request";
import { submit } from "./send";
import { startTabs } from "./tabs";
import { startWithdrawal } from "./withdrawal";

Object.assign(rest, { accept, reject, withdraw, show, submit } satisfies typeof rest);
dress();
startGates();
startWithdrawal();
startBanner();
startTabs();
