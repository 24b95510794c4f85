import type { Article } from './article.ts';
import { pattern } from './pattern.ts';

/** Why a text is behind the one in front: an older one, or a newer one that looked worse. */
export const COPY_REASONS = ['replaced', 'shorter', 'sign-in'] as const;

export type CopyReason = (typeof COPY_REASONS)[number];

/** A text kept behind the one in front, without the text itself. */
export interface CopyFacts {
  /** Its key among the copies of its article: when it was put behind, milliseconds since 1970. */
  keptAt: number;
  why: CopyReason;
  wordCount: number;
}

/** A new text that is shorter than this share of the old one stays behind it. */
const SHORTEST_SHARE = 0.8;

/** Words by which a short page says "sign in" or "subscribe" instead of showing the article. */
const SIGN_IN = pattern('iu')`
  \b(?:
    sign in|log ?in|subscribe (?:now|to (?:read|continue))|create (?:a|your) (?:free )?account|already a subscriber
    |verify you are human|enable javascript|access denied
  )\b
  |登录|登錄|登入|注册|註冊|订阅|訂閱|会员|會員|验证码|驗證碼
  |ログイン|会員登録`;

/** Longer texts are articles even when they mention signing in. Characters. */
const LONGEST_SIGN_IN_PAGE = 1500;

/** Tells whether a text that was just read looks worse than the one that is kept, and why. */
export function judgeNewCopy(oldText: string, fresh: Pick<Article, 'text' | 'title'>): 'shorter' | 'sign-in' | null {
  if (fresh.text.length < oldText.length && looksLikeSignIn(fresh)) return 'sign-in';
  return fresh.text.length < oldText.length * SHORTEST_SHARE ? 'shorter' : null;
}

/** Whether a text is so short, and so worded, that it stands for an article that needs a sign-in. */
export function looksLikeSignIn({ title, text }: Pick<Article, 'text' | 'title'>): boolean {
  return text.length <= LONGEST_SIGN_IN_PAGE && SIGN_IN.test(`${title}\n${text}`);
}
