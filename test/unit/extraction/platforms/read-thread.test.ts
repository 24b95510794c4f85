// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRegistry } from '../../../../scripts/extraction/read-registry.ts';
import { extractArticle } from '../../../../src/extraction/extract-article.ts';
import type { ThreadPlatform } from '../../../../src/extraction/platforms/thread-platform.ts';
import { THREAD_PLATFORMS } from '../../../../src/extraction/platforms/thread-platforms.ts';

const QUESTION = 'Has anyone repaired the hinge of the old lamp, and where did you find the spare part for it?';
const ANSWER = 'Yes, twice. The part is sold by the metre at the ironmonger in the harbour.';

type Sample = (author: string, text: string) => string;

/** Two posts as each engine writes them: by Ada and by Ben. */
const SAMPLES: Record<string, Sample> = {
  asgaros: (author, text) =>
    `<div class="post-element"><div class="post-author"><div class="post-username"><a>${author}</a></div><div class="post-counter">12 Posts</div></div><div class="post-wrapper"><div class="post-message"><div id="post-quote-container-1" style="display: none"><blockquote>My lamps</blockquote></div><p>${text}</p></div><div class="signature">My lamps</div></div></div>`,
  bbpress: (author, text) =>
    `<div class="bbp-body"><div class="hentry type-reply"><div class="bbp-reply-author"><span class="bbp-author-name">${author}</span></div><div class="bbp-reply-content"><p>${text}</p></div></div></div>`,
  bugzilla: (author, text) =>
    `<div class="bz_comment"><div class="bz_comment_head"><span class="vcard"><span class="fn">${author}</span></span> <span class="bz_comment_time">2024-05-03</span></div><pre class="bz_comment_text">${text}</pre></div>`,
  discourse: (author, text) =>
    `<div class="topic-body crawler-post"><div class="crawler-post-meta"><span itemprop="author"><a><span itemprop="name">${author}</span></a></span><time>5 May</time></div><div class="post" itemprop="text"><p>${text}</p></div></div>`,
  discuz: (author, text) =>
    `<div id="post_${author}"><table><tr><td><div class="authi"><a class="xw1">${author}</a></div></td><td class="t_f">${text}</td></tr></table></div>`,
  flarum: (author, text) =>
    `<div id="flarum-content"><article><div class="PostUser"><h3 class="PostUser-name">${author}</h3></div><div class="Post-body"><p>${text}</p></div></article></div>`,
  fluxbb: (author, text) =>
    `<div class="blockpost"><div class="postleft"><dl><dt><strong>${author}</strong></dt></dl></div><div class="postmsg"><p>${text}</p></div><div class="postsignature postmsg">My lamps</div></div>`,
  gitlab: (author, text) =>
    `<div class="${text === QUESTION ? 'issuable-details' : 'note-comment'}"><div>by <a class="author-link">${author}</a></div><div class="description"><div class="md note-text"><p>${text}</p></div></div><small>My lamps</small></div>`,
  'hacker-news': (author, text) =>
    `<table><tr class="athing comtr"><td><a class="hnuser">${author}</a><div class="commtext">${text}</div></td></tr></table>`,
  invision: (author, text) =>
    `<article class="cPost ipsComment"><aside><h3 class="cAuthorPane_author">${author}</h3></aside><div data-role="commentContent"><p>${text}</p></div><div data-role="memberSignature"><div class="ipsType_richText">My lamps</div></div></article>`,
  hyperkitty: (author, text) =>
    `<div class="email"><div class="email-header"><div class="email-author"><span class="name">${author}</span></div><div class="email-date"><div class="time">3 May 2024</div></div></div><div class="email-body">${text}</div><form>My lamps</form></div>`,
  'ip-board': (author, text) =>
    `<table class="ipbtable"><tr><td class="row2"><span class="normalname"><a>${author}</a></span></td></tr><tr><td class="post2"><span class="postdetails">Posts: 12</span></td><td class="post2"><div class="postcolor">${text}</div><div class="signature">My lamps</div></td></tr></table>`,
  khoros: (author, text) =>
    `<div class="lia-message-view-forum-message"><span class="lia-message-author"><a class="lia-user-name-link">${author}</a> <i>Visitor</i></span><div class="lia-message-body"><div class="lia-message-body-content"><p>${text}</p></div></div><p>My lamps</p></div>`,
  kunena: (author, text) =>
    `<div class="message"><div class="row message"><ul class="profilebox"><li><span class="kwho-user">${author}</span></li><li>Posts: 12</li></ul><div class="kmessage"><div class="kmsg"><p>${text}</p></div><div class="ksig"><span class="ksignature">My lamps</span></div></div></div></div>`,
  lemmy: (author, text) =>
    `<div class="comment-node"><a class="person-listing">${author}</a><div class="md-div"><p>${text}</p></div></div>`,
  lobsters: (author, text) =>
    `<li class="comments_subtree"><div class="comment"><div class="byline"><a href="/~${author}">${author}</a></div><div class="comment_text"><p>${text}</p></div></div></li>`,
  'message-card': (author, text) =>
    `<div class="MessageCard"><a class="MessageCard__user-info__name">${author}</a><div class="message-body"><div class="bbWrapper">${text}</div></div></div>`,
  mybb: (author, text) =>
    `<div class="post"><div class="post_author"><strong>${author}</strong></div><div class="post_body">${text}</div></div>`,
  nodebb: (author, text) =>
    `<li component="post" data-username="${author}"><div component="post/content"><p>${text}</p></div></li>`,
  phpbb: (author, text) =>
    `<div class="post"><div class="postbody"><p class="author"><a class="username">${author}</a></p><div class="content">${text}</div><div class="signature">My lamps</div></div></div>`,
  'phpbb-2': (author, text) =>
    `<table class="forumline"><tr><td class="row1"><span class="name"><b>${author}</b></span><span class="postdetails">Posts: 12</span></td><td class="row1"><table><tr><td><span class="postbody">${text}</span><span class="gensmall"></span><span class="postbody"><br>_________________<br>My lamps</span></td></tr></table></td></tr></table>`,
  pipermail: (author, text) =>
    `<div><h1>[lamps] The old lamp</h1><b>${author}</b> <a href="mailto:x" title="The old lamp">at example.org</a><br> <i>Fri May 3 08:45:00 UTC 2024</i><p><ul><li>My lamps</li></ul><hr><pre>${text}</pre></div>`,
  question2answer: (author, text) =>
    `<div class="qa-a-list-item"><div class="qa-a-item-content qa-post-content"><div itemprop="text"><p>${text}</p></div></div><span class="qa-a-item-meta">answered by <a class="qa-user-link">${author}</a></span></div>`,
  reddit: (author, text) =>
    `<shreddit-comment author="${author}"><div slot="comment"><p>${text}</p></div></shreddit-comment>`,
  smf: (author, text) =>
    `<div class="post_wrapper"><div class="poster"><h4><a>${author}</a></h4></div><div class="post"><div class="inner">${text}</div></div></div>`,
  'stack-exchange': (author, text) =>
    `<div class="answer" id="answer-1"><div class="js-post-body"><p>${text}</p></div><div itemprop="author"><span itemprop="name">${author}</span></div></div>`,
  tieba: (author, text) =>
    `<div class="l_post"><ul class="p_author"><li class="d_name"><a class="p_author_name">${author}</a></li></ul><div class="d_post_content">${text}</div><div class="post-tail-wrap"><span class="tail-info">My lamps</span><span class="tail-info">2024-05-03 08:45</span></div></div>`,
  ucoz: (author, text) =>
    `<table><tr id="post1"><td><table><tr class="postBottom"><td><a class="postUser">${author}</a></td></tr><tr><td class="postTdInfo">Posts: 12</td><td class="posttdMessage"><span class="ucoz-forum-post">${text}</span><hr><span class="signatureView">My lamps</span></td></tr></table></td></tr></table>`,
  vanilla: (author, text) =>
    `<div class="ItemComment"><span class="Author"><a class="PhotoWrap" title="${author}"><img src="/ada.png"></a> <a class="Username">${author}</a></span><div class="Message userContent">${text}</div></div>`,
  vbulletin: (author, text) =>
    `<table id="post${author}"><tr><td><a class="bigusername">${author}</a></td><td><div id="post_message_${author}">${text}</div></td></tr></table>`,
  wpforo: (author, text) =>
    `<div class="wpforo-post"><div class="wpf-left"><div class="author-name"><a>${author}</a></div><div class="author-posts">Posts: 12</div></div><div class="wpf-right"><div class="wpforo-post-content"><p>${text}</p></div><div class="wpforo-post-signature">My lamps</div></div></div>`,
  xenforo: (author, text) =>
    `<article class="message" data-author="${author}"><div class="message-content"><div class="message-body"><div class="bbWrapper">${text}</div></div><aside class="message-signature"><div class="bbWrapper">My lamps</div></aside></div></article>`,
  zendesk: (author, text) =>
    `<div class="post-comments"><div class="comment-overview">2 comments</div><ul><li class="comment"><div class="comment-meta"><span>${author}</span></div><section class="comment-body"><p>${text}</p></section></li></ul></div>`,
};

function read(body: string, url = 'https://example.org/page') {
  const page = `<!doctype html><title>The old lamp</title><nav>Home Log in</nav>${body}<footer>Imprint</footer>`;
  return extractArticle(new DOMParser().parseFromString(page, 'text/html'), { url });
}

/** The platforms of the registry, by the names of their files. */
const PLATFORMS = readRegistry('platforms/thread-platforms.ts');

test('every platform file is in the registry and has a sample', () => {
  const folder = join(import.meta.dirname, '../../../../src/extraction/platforms');
  const files = readdirSync(folder)
    .map((file) => file.replace('.ts', ''))
    .filter((file) => !/^(?:thread-platforms?|read-thread|shorten-quotations|find-repeated-posts)$/.test(file));
  expect(PLATFORMS.toSorted(), 'platforms in thread-platforms.ts').toEqual(files.toSorted());
  expect(Object.keys(SAMPLES).toSorted(), 'platforms with a sample in this test').toEqual(files.toSorted());
});

async function expectPosts(post: Sample): Promise<void> {
  const { text, html } = await read(post('Ada', QUESTION) + post('Ben', ANSWER));
  expect(text).toMatch(/Ada[\s\S]*Has anyone repaired[\s\S]*Ben[\s\S]*Yes, twice/);
  expect(text).not.toMatch(/My lamps|Log in|Imprint/);
  expect(html).toContain('<strong>Ben</strong>');
}

test.each(Object.entries(SAMPLES))('%s: every post with its author, without signatures', (_name, post) =>
  expectPosts(post),
);

test.each(Object.entries(SAMPLES))('%s: its posts are not read so without its file', async (name, post) => {
  const platforms = THREAD_PLATFORMS as ThreadPlatform[];
  const at = PLATFORMS.indexOf(name);
  const left = platforms.splice(at, 1);
  try {
    await expect(expectPosts(post)).rejects.toThrow();
  } finally {
    platforms.splice(at, 0, ...left);
  }
});

test.each(['zz-author', 'name'])('the thread of an unknown engine is found by its posts: %s', async (name) => {
  const post = (author: string, text: string) =>
    `<div class="zz-post-box"><div class="${name}">${author}</div><div class="zz-body"><p>${text}</p></div></div>`;
  const { text } = await read(post('Ada', QUESTION) + post('Ben', ANSWER), 'https://example.org/forum/lamps');
  expect(text).toMatch(/Ada[\s\S]*Has anyone repaired[\s\S]*Ben[\s\S]*Yes, twice/);
});

test('a nickname is the name of an author', async () => {
  const post = (author: string, text: string) =>
    `<div class="zz-reply"><span class="zz-nickname">${author}</span> 3 May<div class="zz-content"><p>${text}</p></div><div>Report</div></div>`;
  const { html, text } = await read(post('Ada', QUESTION) + post('Ben', ANSWER), 'https://example.org/forum/lamps');
  expect(html).toContain('<strong>Ben</strong>');
  expect(text).not.toContain('Report');
});

test('the box above a list of answers is the first post', async () => {
  const answer = (author: string) =>
    `<li class="zz-reply"><div><a class="username">${author}</a></div><div class="zz-body"><p>${ANSWER}</p></div></li>`;
  const head = '<div class="content">Lamps, and how to keep them alight</div><h1>The old lamp</h1>';
  const question = `<div><a class="username">Cem</a><div class="topic-content"><p>${QUESTION}</p></div></div>`;
  const links = `<div class="body-links"><a class="username">Dee</a> ${'<a href="/x">Has anyone seen the light of this lamp?</a> '.repeat(9)}</div>`;
  const body = `${head}<div class="page-content">${links}${question}<ul>${answer('Ada')}${answer('Ben')}</ul></div>`;
  const { text } = await read(body, 'https://example.org/forum/lamps');
  expect(text).toMatch(/^\s*Cem\s*Has anyone repaired[\s\S]*Ada[\s\S]*Ben/);
});

test('the author of a question is named by a link with text, not by the one around the portrait', async () => {
  const answer = (author: string) =>
    `<div class="zz-reply"><a class="username">${author}</a><div class="zz-body"><p>${ANSWER}</p></div></div>`;
  const head = '<h1>The old lamp</h1><a href="/member/cem"><img src="/cem.png"></a><a href="/member/cem">Cem</a>';
  const question = `<div>${head}<div class="topic-content"><p>${QUESTION}</p></div></div>`;
  const { text, byline } = await read(question + answer('Ada') + answer('Ben'), 'https://example.org/t/1023456');
  expect(text).toMatch(/^\s*Cem\s*Has anyone repaired[\s\S]*Ada[\s\S]*Ben/);
  expect(byline).toBe('Cem');
});

test('forum rules above a thread are not taken for its first post', async () => {
  const comment = (author: string, text: string) =>
    `<div class="comment"><a class="username">${author}</a><div class="zz-body"><p>${text}</p></div></div>`;
  const rules = '<div class="rules-text">Be kind to each other, and do not ask what was asked before.</div>';
  const body = `<h1>The old lamp</h1>${rules}${comment('Ada', QUESTION)}${comment('Ben', ANSWER)}`;
  const { text, byline } = await read(body, 'https://example.org/forum/lamps');
  expect(text).toMatch(/^\s*Ada\s*Has anyone repaired/);
  expect(byline).toBe('Ada');
});

test('a post of phpBB 2 is read across its boxes around a quotation', async () => {
  const post = SAMPLES['phpbb-2'] as Sample;
  const quoted = `</span><table><tr><td class="genmed">Cem wrote:</td></tr><tr><td class="quote">Hinge = lamp</td></tr></table><span class="postbody">`;
  const { text } = await read(post('Ada', QUESTION) + post('Ben', `${quoted}<br>${ANSWER}`));
  expect(text).toMatch(/Ada[\s\S]*Has anyone repaired[\s\S]*Ben[\s\S]*Hinge = lamp[\s\S]*Yes, twice/);
  expect(text).not.toContain('My lamps');
});

test('posts that are marked up as quotations are unwrapped and not shortened', async () => {
  const line = 'Mine has a crack on the left side of the hinge.';
  const post = (author: string, text: string) =>
    `<li class="message" data-author="${author}"><div class="messageContent"><article><blockquote class="messageText">${text}</blockquote></article></div></li>`;
  const { html, text } = await read(post('Ada', `${QUESTION}<br>${line}`) + post('Ben', `${ANSWER}<br>${line}`));
  expect(html).not.toContain('blockquote');
  expect(text.split(line)).toHaveLength(3);
});

test("links in a thread are resolved against the page's base, also one in the body", async () => {
  const post = SAMPLES['xenforo'] as Sample;
  const base = '<div><base href="https://lamps.example/forum/"></div>';
  const { html } = await read(base + post('Ada', `${QUESTION} <a href="hinge">Hinge</a>`) + post('Ben', ANSWER));
  expect(html).toContain('<a href="https://lamps.example/forum/hinge">');
});

test('a quotation is kept in an article whose boxes are named like those of a forum', async () => {
  const { html } = await read(
    `<main><h1>The old lamp</h1><div class="post"><div class="postbody">${`<p>${QUESTION} ${ANSWER}</p>`.repeat(8)}<blockquote class="content">Let there be light.</blockquote></div></div></main>`,
  );
  expect(html).toContain('<blockquote>');
});

test('the avatar of a quoted user is dropped', async () => {
  const quote =
    '<aside class="quote"><div class="title"><img class="avatar" src="https://example.org/ada.png"> Ada:</div>';
  const { html } = await read(
    (SAMPLES['discourse']?.('Ada', QUESTION) ?? '') +
      (SAMPLES['discourse']?.('Ben', `${quote}<blockquote>What part?</blockquote></aside>${ANSWER}`) ?? ''),
  );
  expect(html).toContain('Ada:');
  expect(html).not.toContain('<img');
});

test('the date of an ISO 8601 time is shown', async () => {
  const post = (author: string, when: string) =>
    `<div class="post"><p class="author"><a class="username">${author}</a> <time>${when}</time></p><div class="postbody"><div class="content">${ANSWER} ${QUESTION}</div></div></div>`;
  const article = await read(post('Ada', '2024-05-03T08:45+00:00') + post('Ben', 'Fri May 03, 2024 8:45 am'));
  expect(article.text).toContain('Ada · 2024-05-03\n');
  expect(article.text).toContain('Ben · Fri May 03, 2024 8:45 am\n');
});

test('the author of the first post is the author of the thread', async () => {
  const marked = '<a rel="author" href="/users/ben">Ben Lamp</a>';
  const posts = (SAMPLES['discourse']?.('ada_1', QUESTION) ?? '') + (SAMPLES['discourse']?.('Ben', ANSWER) ?? '');
  expect((await read(posts + marked)).byline).toBe('ada_1');
  const ranked = (SAMPLES['mybb']?.('Ben Lamp Owner', QUESTION) ?? '') + (SAMPLES['mybb']?.('Ada', ANSWER) ?? '');
  expect((await read(marked + ranked)).byline).toBe('Ben Lamp');
});

const LINKS: Record<string, string> = {
  'hacker-news': '<table class="fatitem"><tr class="athing"><td>A lamp by <a class="hnuser">cyd</a></td></tr></table>',
  lemmy: '<div class="post-listing"><a class="person-listing">cyd</a> A lamp</div>',
  lobsters: '<li class="story"><a>A lamp</a><div class="byline"><a href="/~cyd">cyd</a></div></li>',
  reddit: '<shreddit-post author="cyd"><h1>A lamp</h1></shreddit-post>',
};

test.each(Object.entries(LINKS))('a thread below a link is of who posted that: %s', async (platform, link) => {
  const posts = (SAMPLES[platform]?.('Ada', QUESTION) ?? '') + (SAMPLES[platform]?.('Ben', ANSWER) ?? '');
  const { byline, html } = await read(link + posts);
  expect(byline).toBe('cyd');
  expect(html.match(/<strong>[^<]*/g)).toEqual(['<strong>Ada', '<strong>Ben']);
});

test('a deleted account is not the author of a thread', async () => {
  const posts = (SAMPLES['reddit']?.('[deleted]', QUESTION) ?? '') + (SAMPLES['reddit']?.('Ben', ANSWER) ?? '');
  expect((await read(posts)).byline).toBeNull();
});

test('on a later page the author of the thread is read from JSON-LD, not from the first post', async () => {
  const data = { '@type': 'DiscussionForumPosting', author: { '@type': 'Person', name: 'cy_2' } };
  const posts = (SAMPLES['discourse']?.('Ada', QUESTION) ?? '') + (SAMPLES['discourse']?.('Ben', ANSWER) ?? '');
  const page = `<script type="application/ld+json">${JSON.stringify(data)}</script>${posts}`;
  expect((await read(page)).byline).toBe('cy_2');
});

test('a post of Invision 5 has its date, without its age and the time of an edit', async () => {
  const time =
    '<time class="ipsTime"><span class="ipsTime__long">June 14, 2024</span><span class="ipsTime__short">1 yr</span></time>';
  const post = (author: string, text: string) =>
    `<article class="ipsEntry"><aside><h3 class="ipsEntry__username"><a>${author}</a></h3>${time}</aside><div class="ipsEntry__content"><div class="ipsRichText"><p>${text}</p><p class="ipsEdited">Edited ${time} by ${author}</p></div></div></article>`;
  const { text } = await read(post('Ada', QUESTION) + post('Ben', ANSWER));
  expect(text).toContain('Ada · June 14, 2024\n');
  expect(text).not.toMatch(/1 yr|Edited/);
});

test('the date of the last post, which the first one names, is not taken for its own', async () => {
  const card = (author: string, date: string, text: string) =>
    `<div class="MessageCard">${author === 'Ada' ? '<span>last post by Ben <time>Sep 26, 2024</time></span>' : ''}<a class="MessageCard__user-info__name">${author}</a><a class="MessageCard__date-created"><time>${date}</time></a><div class="bbWrapper">${text}</div></div>`;
  const { text } = await read(card('Ada', 'Jan 3, 2024', QUESTION) + card('Ben', 'Sep 26, 2024', ANSWER));
  expect(text).toContain('Ada · Jan 3, 2024\n');
  expect(text).toContain('Ben · Sep 26, 2024\n');
});

test('comments under an article are not taken for a thread', async () => {
  const comment = (author: string) =>
    `<li class="comment"><article><b class="author">${author}</b><div class="comment-content">${ANSWER}</div></article></li>`;
  const story = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of it. '.repeat(4);
  const { text } = await read(
    `<article><h1>The old lamp</h1>${`<p>${story}</p>`.repeat(4)}</article><ol>${comment('Ada')}${comment('Ben')}</ol>`,
  );
  expect(text).toContain('The harbour was quiet');
  expect(text).not.toContain('Yes, twice');
});

test('a page that keeps its posts in noscript is read from there', async () => {
  const posts = SAMPLES['discourse']?.('Ada', QUESTION.repeat(9)) ?? '';
  const noscript = document.createElement('noscript');
  noscript.textContent = posts;
  const page = document.implementation.createHTMLDocument('The old lamp');
  page.body.append(noscript);
  const { text } = await extractArticle(page, { url: 'https://example.org/t/lamp/1' });
  expect(text).toMatch(/Ada[\s\S]*Has anyone repaired/);
});

test('a line of a post that names another page is kept, whatever line breaks are around it', async () => {
  const line = `${QUESTION}<br><br>Related: <a href="/t/2">How to clean a brass lamp</a><br><br>${ANSWER}`;
  const { text } = await read(
    (SAMPLES['xenforo'] as Sample)('Ada', line) + (SAMPLES['xenforo'] as Sample)('Ben', ANSWER),
  );
  expect(text).toContain('How to clean a brass lamp');
});
