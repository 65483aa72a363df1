/** Whether a page runs inside another app, where what it stores is thrown away. Pure: told the user agent, asks nothing itself. */

/** Names that apps add of themselves: Facebook, Instagram, Messenger, LINE, Snapchat, LinkedIn, TikTok, WeChat, Gmail and others by Google. */
const APPS =
  /FBAN|FBAV|FB_IAB|Instagram|\bLine\/|Snapchat|LinkedInApp|musical_ly|BytedanceWebview|MicroMessenger|\bGSA\//
const ANDROID_WEB_VIEW = /; wv\)/ // developer.chrome.com/docs/webview/user-agent
const APPLE_PHONE = /iPhone|iPad|iPod/

/** An app opened from its own icon on an iPhone also lacks "Safari": that is no web view. */
export const isWebView = (userAgent: string, installed: boolean): boolean =>
  !installed &&
  (APPS.test(userAgent) ||
    ANDROID_WEB_VIEW.test(userAgent) ||
    (APPLE_PHONE.test(userAgent) && !userAgent.includes('Safari/')))
