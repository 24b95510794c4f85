// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';

const QUESTION = 'Has anyone repaired the hinge of the old lamp, and where did you find the spare part for it?';
const ANSWER = 'Yes, twice. The part is sold by the metre at the ironmonger in the harbour.';

type Sample = (author: string, text: string) => string;

function read(body: string, url = 'https://example.org/page') {
  const page = `<!doctype html><title>The old lamp</title><nav>Home Log in</nav>${body}<footer>Imprint</footer>`;
  return extractArticle(new DOMParser().parseFromString(page, 'text/html'), { url });
}

const BOTH: [string, string][] = [
  ['Ada', QUESTION],
  ['Ben', ANSWER],
];

/** Engines as they mark up a post whole: what another of them may claim, or what only their dates need. */
const WHOLE: Record<string, Sample> = {
  'vBulletin 3': (author, text) =>
    `<table id="post${author}"><tr><td class="thead"><a name="1"></a> 3 May 2024</td><td class="thead">#1</td></tr><tr><td><a class="bigusername">${author}</a></td><td><div id="post_message_${author}">${text}</div></td></tr></table>`,
  'vBulletin 4': (author, text) =>
    `<li class="postbitlegacy" id="post_${author}"><div class="posthead"><span class="postdate"><span class="date">3 May 2024</span></span></div><div class="userinfo"><a class="username">${author}</a></div><div class="postbody"><div class="content"><div id="post_message_${author}"><blockquote class="postcontent">${text}</blockquote></div></div><div class="after_content"><blockquote class="signature">My lamps</blockquote></div></div></li>`,
  'phpBB 3': (author, text) =>
    `<div class="post"><div class="postbody"><p class="author">by <strong><a class="username">${author}</a></strong> » 3 May 2024</p><div class="content">${text}</div><div class="signature">My lamps</div></div></div>`,
  Invision: (author, text) =>
    `<article class="cPost ipsComment"><aside><h3 class="cAuthorPane_author">${author}</h3></aside><time>3 May 2024</time><div class="ipsComment_content"><div class="ipsType_richText"><p>${text}</p><span data-excludequote><strong>Edited by My lamps</strong></span></div></div></article>`,
  MyBB: (author, text) =>
    `<div class="post"><div class="post_author"><strong>${author}</strong></div><span class="post_date">3 May 2024 <span class="post_edit">(This post was last modified: My lamps)</span></span><div class="post_body">${text}</div></div>`,
  'XenForo 1': (author, text) =>
    `<li class="message" data-author="${author}"><blockquote class="messageText">${text}<div class="quoteExpand">My lamps: click to expand</div></blockquote><span class="DateTime">3 May 2024</span></li>`,
  'Stack Exchange': (author, text) =>
    `<div class="answer" id="answer-1"><time itemprop="dateCreated" datetime="2024-05-03 08:45:00Z"></time><div class="js-post-body"><p>${text}</p></div><div><div class="post-signature">answered <span class="relativetime">3 May 2024</span><div class="user-details" itemprop="author"><meta itemprop="name"><a>${author}</a></div></div></div></div>`,
  Vanilla: (author, text) =>
    `<div class="ItemComment"><span class="Author"><a class="PhotoWrap"><img></a><a class="Username">${author}</a></span><time>3 May 2024</time><div class="Message userContent">${text}</div></div>`,
};

test.each(Object.entries(WHOLE))('%s: each post has its author and day', async (_name, post) => {
  const { text } = await read(BOTH.map(([author, said]) => post(author, said)).join(''));
  for (const [author, said] of BOTH) expect(text).toContain(`${author} · 3 May 2024\n${said}`);
  expect(text).not.toContain('My lamps');
});

/** Quotations as engines mark them up that leave it to their styles to begin a line behind the name. */
const NAMED_QUOTES = [
  `<blockquote><div><cite>Ada wrote:</cite>${QUESTION}</div></blockquote>`,
  `<blockquote><cite>Ada wrote:</cite><br>${QUESTION}</blockquote>`,
  `<blockquote><div><cite>Ada wrote:<div>Fri May 03</div></cite>${QUESTION}</div></blockquote>`,
];

test.each(NAMED_QUOTES)('who is quoted has a line of its own, and what was said is shown once: %s', async (quote) => {
  const post = WHOLE['phpBB 3'] as Sample;
  const { text, html } = await read(post('Ada', QUESTION) + post('Ben', `${quote}${ANSWER}`));
  expect(text.replace('Fri May 03\n', '')).toContain(`Ada wrote:\n…\n${ANSWER}`);
  expect(html).not.toMatch(/<\/(?:div|p)>(?:<\/cite>)?\s*<br>|<br>\s*<br>/);
});

test('a quotation of VerticalScope’s forums has no button', async () => {
  const quote = `<blockquote class="bbCodeBlock"><div>${QUESTION}</div><div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></blockquote>`;
  const post = (author: string, text: string) =>
    `<div class="MessageCard"><a class="MessageCard__user-info__name">${author}</a><div class="message-body"><div class="bbWrapper">${text}</div></div></div>`;
  const { text } = await read(post('Ada', QUESTION) + post('Ben', `${quote}${ANSWER}`));
  expect(text).not.toContain('Click to expand');
});

/** Issues as trackers mark them up: the report, and comments in boxes of another kind. */
const ISSUES: Record<string, string> = {
  GitHub: `<h1>The old lamp</h1><div class="react-issue-body"><a class="IssueBodyHeaderAuthor" href="/Ada">Ada</a><div class="markdown-body"><p>${QUESTION}</p></div></div><div class="react-issue-comment"><a class="ActivityHeader-AuthorLink" href="/Ben">Ben</a><div class="markdown-body"><p>${ANSWER}</p></div></div><div class="react-issue-comment"><a class="ActivityHeader-AuthorLink" href="/Cyd">Cyd</a><div class="markdown-body"><p>I shall ask there, thanks.</p></div></div>`,
  GitLab: `<div><h1>The old lamp</h1><a class="author-link" href="/Ada">Ada</a><div class="description"><div class="md"><p>${QUESTION}</p></div></div></div><ul><li class="note note-comment timeline-entry"><a class="author-name-link" href="/Ben">Ben</a><div class="note-body"><p>${ANSWER}</p></div></li><li class="note note-comment timeline-entry"><a class="author-name-link" href="/Cyd">Cyd</a><div class="note-body"><p>I shall ask there, thanks.</p></div></li></ul>`,
};

test.each(Object.entries(ISSUES))('an issue of %s is read with its comments', async (_name, body) => {
  const { text } = await read(body, 'https://git.example/acme/lamp/-/issues/12');
  expect(text).toMatch(/Ada[\s\S]*Has anyone repaired[\s\S]*Ben[\s\S]*Yes, twice[\s\S]*Cyd[\s\S]*I shall ask/);
});

const ISSUE_OF_MAGAZINE = `<main><h1>The old lamp</h1><p>${QUESTION.repeat(3)}</p><p>${ANSWER.repeat(4)}</p><div class="comment"><b class="comment-author">Max</b><div class="comment-content">I liked this one, thanks for it.</div></div><div class="comment"><b class="comment-author">Eva</b><div class="comment-content">So did I, and I shall read it again.</div></div></main>`;

test('an issue of a magazine is no thread of its comments', async () => {
  const { text } = await read(ISSUE_OF_MAGAZINE, 'https://magazine.example/issues/42');
  expect(text).toContain(ANSWER);
  expect(text).not.toContain('I liked this one');
});

test('the day of a post of phpBB is not looked for in the box of its author', async () => {
  const post = (author: string, text: string) =>
    `<div class="post"><dl class="postprofile"><dt class="author"><a class="username">${author}</a></dt></dl><div class="postbody"><p class="author">von <strong><a class="username">${author}</a></strong> » 3. Mai 2024</p><div class="content">${text}</div></div></div>`;
  const { text } = await read(post('Ada', QUESTION) + post('Ben', ANSWER));
  expect(text).toContain('Ada · 3. Mai 2024');
});

test('a line that only names the author is no date', async () => {
  const post = (author: string, text: string) =>
    `<div class="post"><p class="author">by <strong><a class="username">${author}</a></strong></p><div class="postbody"><div class="content">${text}</div></div></div>`;
  const { html } = await read(post('Ada', QUESTION) + post('Ben', ANSWER));
  expect(html).toContain('<p><strong>Ada</strong></p>');
});

test('the day before the name of the author stays', async () => {
  const post = (author: string, text: string) =>
    `<div class="post"><p class="author">3 May 2024 by <strong><a class="username">${author}</a></strong></p><div class="postbody"><div class="content">${text}</div></div></div>`;
  const { text } = await read(post('Ada', QUESTION) + post('Ben', ANSWER));
  expect(text).toContain('3 May 2024');
});

const PROSE = BOTH.map(([, text]) => `<p>${text}</p>`).join('');
const QUOTED = 'Dear Sir, the lamp that you sent us last week has never once been lit, and we send it back.';

test.each([
  [
    'a letter quoted in an essay',
    `<div class="email"><div class="email-header">From: Ada</div><div class="email-body"><p>${QUOTED}</p></div></div>`,
  ],
  ['what a release changes', `<div class="change-set"><h3>2.4</h3><p class="comment-text">${QUOTED}</p></div>`],
])('%s is no thread', async (_what, box) => {
  const { text } = await read(`<article><h1>The old lamp</h1>${PROSE}${box}${PROSE}</article>`);
  expect(text).toContain(ANSWER);
});

test('a page made by hand, with its author and day above the text and code in it, is no message', async () => {
  const head = '<h1>The old lamp</h1><b>Ada</b> <a href="mailto:x">x@example.org</a><br><i>May 2001</i>';
  const { text } = await read(`${head}${PROSE}<hr><pre>${QUOTED}</pre>${PROSE}`);
  expect(text).toContain(ANSWER);
});

/** The posts of an engine that nobody knows, with the box of the author as given; `*` is the name. */
function unknown(author: string): string {
  return BOTH.map(
    ([name, text]) =>
      `<div class="zz-post-box">${author.replaceAll('*', name)}<div class="zz-body"><p>${text}</p></div></div>`,
  ).join('');
}

test.each([
  [
    'a link to what else they wrote',
    '<div class="zz-author"><a href="/members/1">*</a> <a href="/members/1/posts">12 posts</a></div>',
    '*',
  ],
  [
    'a rank in the box around the name',
    '<div class="zz-author"><a class="zz-username">*</a> <i>Captain, 12 posts</i></div>',
    '*',
  ],
  [
    'a badge that is named like an author',
    '<div class="zz-author">* <span class="author-badge">OP</span></div>',
    '* OP',
  ],
  ['a link to follow them', '<div class="zz-author"><b>*</b> <a href="/user/follow/1">Follow</a></div>', '* Follow'],
])('a name is taken beside %s', async (_what, author, expected) => {
  const { html } = await read(unknown(author), 'https://example.org/forum/lamps');
  expect(html.match(/<strong>[^<]*/g)).toEqual(['Ada', 'Ben'].map((name) => `<strong>${expected.replace('*', name)}`));
});
