/** What accounts put above and below their texts: 点击蓝字关注我们, 长按识别二维码, 点赞、在看, - END -. */
const CALL =
  /^[-— the]*end[-— ]*$|(?:点击|长按|扫码).*(?:关注|二维码)|[点分].{1,14}(?:在看|朋友圈)|^انتهای پیام|往期.{2}$|关注.*公众号/i;

/** Whether a line at either end of a text asks the reader for something, and is no sentence. */
export const isCall = (line: string): boolean => line.length < 48 && !line.includes('。') && CALL.test(line);
