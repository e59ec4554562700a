// Visits a site with the system's Firefox and says what happened, as one line of JSON.
//   node drive.mjs SCENARIO FIREFOX SITE_HOST SITE_ADDRESS VENDORS_ADDRESS
// Every connection goes through a proxy of ours: it leads to the site or to the stand-in for the vendors, and remembers the hosts.
import net from "node:net";
import http from "node:http";
import puppeteer from "puppeteer-core";

const [scenario, firefox, host, siteAddress, vendorsAddress] = process.argv.slice(2);
let asked = [];

const proxy = http.createServer((_, response) => response.writeHead(502).end());
proxy.on("connect", (request, client, head) => {
  const name = request.url.split(":")[0];
  if (name !== host) {
    asked.push(name);
  }

  const [address, port] = (name === host ? siteAddress : vendorsAddress).split(":");
  const server = net.connect(Number(port), address, () => {
    client.write("HTTP/1.1 200 Connected\r\n\r\n");
    server.write(head);
    server.pipe(client).pipe(server);
  });
  for (const [one, other] of [[server, client], [client, server]]) {
    one.on("error", () => other.destroy());
  }
});
await new Promise((listening) => proxy.listen(0, "127.0.0.1", listening));

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  headless: true,
  acceptInsecureCerts: true,
  extraPrefsFirefox: {
    "network.proxy.type": 1,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxy.address().port,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxy.address().port,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "privacy.trackingprotection.enabled": false,
    // Cookies of other companies are let in: one that the browser itself keeps out would prove nothing.
    "network.cookie.cookieBehavior": 0,
  },
});

const page = await browser.newPage();
const complaints = [];
page.on("pageerror", (error) => {
  // Deleting a cookie for every parent domain meets some that no cookie can be set for.
  if (!/has been rejected for invalid domain/.test(String(error))) {
    complaints.push(String(error));
  }
});
const open = (path) => page.goto(`https://${host}${path}`, { waitUntil: "load" });
const settled = () => new Promise((resolve) => setTimeout(resolve, 750));
// What the browser asks on its own account is no vendor's.
const vendors = () => [...new Set(asked)].filter((name) => !/(^|\.)(mozilla|firefox)\.(com|net|org)$/.test(name)).sort();
const cookies = async () => (await page.cookies()).map((cookie) => cookie.name).sort();
const shown = (selector) => page.$eval(selector, (element) => element.checkVisibility()).catch(() => false);

const scenarios = {
  /** Undecided, refusing, granting in the preferences, withdrawing. */
  async journey() {
    const result = {};
    await open("/forum");
    await settled();
    result.bannerShown = await shown(".vc-bar");
    result.undecidedHosts = vendors();
    result.undecidedCookies = await cookies();
    await page.click(".vc-bar button[value=refuse]");
    await page.waitForSelector(".vc-bar", { hidden: true });
    await settled();
    result.refusedHosts = vendors();
    result.savedShown = await shown(".vc-status");
    result.focusAfterRefusing = await page.evaluate(() => document.activeElement?.className ?? "");
    await page.click("a.vc-settings");
    await page.waitForSelector("input[name=grant][value=social]", { visible: true });
    await page.click("input[name=grant][value=social]");
    await page.click("button.vc-button[value=choose]");
    await page.waitForSelector("input[name=grant]", { hidden: true });
    await settled();
    result.grantedHosts = vendors();
    asked = [];
    await page.click("a.vc-settings");
    await page.waitForSelector("input[name=grant][value=social]", { visible: true });
    await page.click("main button.vc-button[value=refuse], dialog button.vc-button[value=refuse]");
    await page.waitForSelector("input[name=grant]", { hidden: true });
    await settled();
    asked = [];
    await open("/forum");
    await settled();
    result.withdrawnHosts = vendors();
    result.withdrawnCookies = await cookies();
    return result;
  },

  /** Firefox looks ahead into a template for pictures and styles: loads every page with gates several times. */
  async leak() {
    for (let round = 0; round < 5; round++) {
      for (const path of ["/", "/forum", "/articles", "/tour", "/pricing"]) {
        await open(path);
      }
    }

    await settled();
    return { hosts: vendors() };
  },
};

try {
  const result = await scenarios[scenario]();
  console.log(JSON.stringify({ ...result, complaints, version: await browser.version() }));
} finally {
  await browser.close();
  proxy.close();
}

process.exit(0);
