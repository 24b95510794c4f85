import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Invision Community (IP.Board).
 *
 * Invision posts carry reactions, ranks and quote boxes around a few sentences of text.
 */
export const invision: ThreadPlatform = {
  post: 'article.cPost, article.ipsComment, .ipsComment.cPost, article.ipsEntry, .post_block',
  postText:
    '[data-role="commentContent"], .ipsComment_content .ipsType_richText, .ipsEntry__content .ipsRichText, .entry-content',
  postAuthor:
    '.cAuthorPane_author, .ipsComment_author h3, .ipsEntry__author h3, .ipsEntry__author-name, .ipsComment_author strong, .author',
  postDate: 'time, .published',
  drop: '[data-role="memberSignature"], .ipsQuote_citation, .ipsComment_edited',
};
