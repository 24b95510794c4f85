import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Invision Community (IP.Board).
 *
 * Invision posts carry reactions, ranks and quote boxes around a few sentences of text.
 */
export const invision: ThreadPlatform = {
  post: '.cPost, article.ipsComment, article.ipsEntry, .post_block',
  postText:
    '[data-role="commentContent"], .ipsComment_content .ipsType_richText, .ipsEntry__content .ipsRichText, .entry-content',
  postAuthor: '.cAuthorPane_author, .ipsComment_author :is(h3, strong), .ipsEntry__username, .author',
  // Since version 5 a time holds the day and, for narrow windows, how long ago that was.
  postDate: '.ipsTime__long, time:not(.ipsTime), .published',
  drop: '[data-role="memberSignature"], .ipsQuote_citation, .ipsComment_edited, .ipsEdited, [data-excludequote]',
};
