// The tasks of tests/walk, one after the other: what a task needs is what the ones before it have left.
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const [site, outside, setup] = process.argv.slice(2);
const arxiv = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/atom+xml');
  response.end(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2401.99999v1</id>
    <published>2024-01-08T18:47:34Z</published><title>Experts from Loopback</title>
    <summary>A paper that nobody wrote.</summary><author><name>Ann Lee</name></author><author><name>Bob Ray</name></author></entry></feed>`);
}).listen(Number(outside), '127.0.0.1');

const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox', '--disable-gpu'] });
const visitor = async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(15_000);
  return page;
};

let clicks = 0;
let failed = 0;
const click = async (at) => { clicks++; await at.click(); };
const see = async (at) => { await at.first().waitFor(); return at.first(); };
const role = (page, kind, name, exact = true) => page.getByRole(kind, { name, exact });
const at = (page, path) => page.waitForURL((url) => (typeof path === 'string' ? url.pathname === path : path.test(url.pathname)));
const task = async (name, walk) => {
  clicks = 0;
  const begun = Date.now();
  try {
    const said = await walk();
    console.log(`| ${name} | ${clicks} | ${said} | ${((Date.now() - begun) / 1000).toFixed(1)} s |`);
  } catch (fault) {
    failed++;
    console.log(`| ${name} | ${clicks} | FAILED: ${String(fault).split('\n').slice(0, 3).join(' ').replaceAll('|', '/')} | |`);
  }
};

console.log('| Task | Clicks | How it ended | Time |\n| --- | --- | --- | --- |');
const reader = await visitor();
await task('Home, topic, paper, back, next topic', async () => {
  await reader.goto(site);
  await click(reader.locator('.next a.btn').first());
  await at(reader, /^\/topics\//);
  await click(reader.locator('ol.res .title a').first());
  await at(reader, /^\/resources\//);
  const work = await reader.locator('h1').innerText();
  clicks++;
  await reader.goBack();
  await click(reader.locator('a[rel=next]').first());
  await at(reader, '/topics/tokenization');
  return `read “${work}”, then “${await reader.locator('h1').innerText()}”`;
});

await task('Filter to videos', async () => {
  await reader.goto(`${site}/resources`);
  await click(reader.locator('label:has(input[name=kind][value=video])'));
  if (!/kind=video/.test(reader.url())) {
    await click(reader.locator('form.facets button[type=submit]').first());
  }

  await reader.waitForURL(/kind=video/);
  return (await see(reader.getByText(/^\d+ resources?$/))).innerText();
});

await task('Register from a discussion', async () => {
  await reader.goto(`${site}/topics/transformer`);
  await click(reader.locator('#talk a[href*="sign-in"], #talk a[href*="register"]').first());
  if (/sign-in/.test(reader.url())) {
    await click(reader.locator('main a[href*="register"]').last());
  }

  await at(reader, '/account/register');
  await reader.fill('[name="Draft.Name"]', 'walker');
  await reader.fill('[name="Draft.Mail"]', 'walker@example.org');
  await reader.fill('[name="Draft.Password"]', 'a long enough phrase 7');
  await click(reader.locator('main form button[type=submit]').first());
  await see(reader.locator('main a[href^="/topics/transformer"]'));
  return `“${await reader.locator('h1').innerText()}”, with a link back`;
});

await task('Ask with code and maths', async () => {
  await reader.goto(`${site}/topics/transformer#talk`);
  await reader.fill('#say', 'Why is it $\\sqrt{d_k}$? See https://arxiv.org/abs/1706.03762\n\n```python\nx = 1\n```');
  await reader.check('#talk > .compose input[type=checkbox]');
  clicks++;
  await click(role(reader.locator('#talk > .compose'), 'button', 'Preview'));
  await see(reader.locator('#talk .preview math'));
  await click(reader.locator('#talk > .compose button.go'));
  const asked = await see(reader.locator('li.c .c-b math'));
  const held = await reader.locator('li.c', { has: asked }).first().getByText(/awaiting/i).count();
  return held ? 'held for a moderator' : 'there at once';
});

const admin = await visitor();
await task('Become administrator', async () => {
  await admin.goto(setup);
  await admin.fill('[name="Draft.Name"]', 'walking-head');
  await admin.fill('[name="Draft.Password"]', 'correct horse battery 9');
  await click(admin.locator('main form button[type=submit]').first());
  await at(admin, '/admin');
  await click(admin.locator('.account summary').first());
  await see(admin.locator('.account .sheet a[href="/curate"]'));
  return 'the account menu leads to curation, moderation, administration';
});

await task('Quote and reply', async () => {
  await admin.goto(`${site}/topics/transformer`);
  await admin.locator('li.c .c-b p').first().selectText();
  await click(admin.locator('li.c a.reply').first());
  const box = await see(admin.getByLabel('Your reply'));
  const quoted = await box.inputValue();
  if (!quoted.startsWith('> Why is it $\\sqrt{d_k}$?')) {
    throw new Error(`quoted ${quoted}`);
  }

  await box.press('Control+End');
  await box.pressSequentially('Because the variance of the sum is $d_k$.');
  await box.press('Control+Enter');
  await see(admin.locator('li.c li.c').filter({ hasText: 'the variance of the sum' }));
  return 'the formula is quoted as it was written';
});

await task('Vote', async () => {
  await click(admin.locator('li.c button[aria-pressed=false]').first());
  await see(admin.locator('li.c button[aria-pressed=true]'));
  return 'pressed, 1 point';
});

await task('Accept an answer', async () => {
  await reader.goto(`${site}/topics/transformer`);
  const answer = reader.locator('li.c li.c').filter({ hasText: 'the variance of the sum' }).first();
  if (!(await role(answer, 'button', 'Mark as answer').isVisible())) {
    await click(answer.locator('.rowmenu summary').first());
  }

  await click(role(answer, 'button', 'Mark as answer').first());
  await see(reader.locator('li.c li.c').getByText(/^Answer|Accepted|answer/i));
  await reader.reload();
  return reader.getByRole('button', { name: 'Unmark as answer' }).count().then((n) => (n > 0 ? 'marked' : 'NOT MARKED'));
});

await task('Edit, delete, undo', async () => {
  const own = reader.locator('li.c').first();
  const id = await own.getAttribute('id');
  await click(own.locator('.rowmenu summary').first());
  await click(own.locator('a[href$="/edit"]').first());
  await reader.getByLabel('Your comment').fill('Why is it $\\sqrt{d_k}$, and not $d_k$?');
  await click(role(reader, 'button', 'Save').first());
  await reader.waitForURL(new RegExp(`/topics/transformer#${id}$`));
  await click(reader.locator(`#${id} .rowmenu summary`).first());
  await click(reader.locator(`#${id} button[formaction$="/delete"]`).first());
  await click(await see(reader.getByRole('button', { name: /^Undo/ })));
  await see(reader.locator(`#${id} .c-b math`));
  return 'saving leads back to the comment; Undo brings it back';
});

await task('Suggest', async () => {
  await reader.goto(`${site}/topics/quantization`);
  await click(reader.locator('header a[href^="/suggest"]').first());
  await reader.fill('#url', 'https://example.org/walked-by-hand');
  await reader.press('#url', 'Enter');
  await reader.fill('#draft-title', 'Walked by Hand');
  await reader.check('input[name="Draft.WorkKind"][value=article]');
  clicks++;
  await reader.fill('#draft-authors', 'Some Body');
  await reader.fill('#draft-minutes', '20');
  await reader.fill('#draft-why', 'It made the rounding clear.');
  await click(role(reader, 'button', 'Send suggestion'));
  const thanks = await (await see(reader.getByRole('status').filter({ hasText: 'Thank you' }))).innerText();
  await at(reader, '/me/suggestions');
  await see(reader.locator('main').getByText('Walked by Hand'));
  return thanks.split('\n')[0];
});

await task('Add a paper by address', async () => {
  await admin.goto(`${site}/curate/resources`);
  await click(admin.getByRole('link', { name: 'Add resource' }).first());
  await admin.fill('#address', '[2401.99999] From Loopback');
  await admin.press('#address', 'Enter');
  await see(admin.getByText('What was found'));
  await click(admin.locator('main a.btn.go').first());
  await see(admin.locator('[name="Title"]'));
  const title = await admin.locator('[name="Title"]').inputValue();
  await admin.fill('[name="Summary"]', 'A paper that this walk has found.');
  await admin.fill('[name="Minutes"]', '60');
  await click(role(admin, 'button', 'Save').last());
  await see(admin.locator('h1').filter({ hasText: 'Experts from Loopback' }));
  return `“${title}” looked up and saved at ${new URL(admin.url()).pathname}`;
});

await task('Edit a topic, with a preview', async () => {
  await admin.goto(`${site}/topics/tokenization`);
  await click(admin.locator('main a[href="/curate/topics/tokenization"]').first());
  await admin.fill('[name="Summary"]', 'Text becomes a sequence of subword ids.');
  await click(role(admin, 'button', 'Preview').last());
  await see(admin.locator('.preview, [data-preview]').filter({ hasText: /\S/ }));
  await click(role(admin, 'button', 'Save').last());
  const saved = await see(admin.getByRole('status').filter({ hasText: 'Saved' }));
  return `“${(await saved.innerText()).trim().split('\n')[0]}” at ${new URL(admin.url()).pathname}`;
});

await task('With the keyboard alone', async () => {
  const keys = await visitor();
  const tabTo = async (found, most = 120) => {
    for (let i = 0; i < most; i++) {
      await keys.keyboard.press('Tab');
      if (await keys.evaluate(found)) {
        return;
      }
    }

    throw new Error(`not reached with Tab: ${found}`);
  };
  await keys.goto(`${site}/account/sign-in`);
  await tabTo(() => document.activeElement.name === 'Draft.Who');
  await keys.keyboard.type('walker');
  await tabTo(() => document.activeElement.name === 'Draft.Password');
  await keys.keyboard.type('a long enough phrase 7');
  await keys.keyboard.press('Enter');
  await keys.waitForURL((url) => url.pathname !== '/account/sign-in');
  await keys.keyboard.press('/');
  await keys.keyboard.type('lora');
  await keys.keyboard.press('Enter');
  await at(keys, '/search');
  await tabTo(() => /^\/resources\//.test(document.activeElement.pathname ?? ''));
  await keys.keyboard.press('Enter');
  await at(keys, /^\/resources\//);
  await tabTo(() => document.activeElement.matches('button[name=state][value=read], .marks button'));
  await keys.keyboard.press('Enter');
  await see(keys.locator('.marks [aria-pressed=true]'));
  await keys.focus('body');
  await tabTo(() => document.activeElement.id === 'say', 200);
  await keys.keyboard.type('Written without a mouse.');
  await keys.keyboard.press('Control+Enter');
  await see(keys.locator('li.c').filter({ hasText: 'Written without a mouse.' }));
  return 'signed in, searched, marked as read, commented';
});

await browser.close();
arxiv.close();
process.exitCode = failed ? 1 : 0;
