/** Detects pages inside another app, whose storage is discarded. Pure: takes the user agent as an argument. */

/**
 * Names that apps add to the user agent: Facebook, Instagram, Messenger, LINE, Snapchat, LinkedIn, TikTok, WeChat, Gmail
 * and others by Google.
 */
const APPS =
  /FBAN|FBAV|FB_IAB|Instagram|\bLine\/|Snapchat|LinkedInApp|musical_ly|BytedanceWebview|MicroMessenger|\bGSA\//
const ANDROID_WEB_VIEW = /; wv\)/ // An app opened from its icon on an iPhone also lacks "Safari", but is no web view.
const APPLE_PHONE = /iPhone|iPad|iPod/

/** An app opened from its icon on an iPhone also lacks "Safari", but is no web view. */
export const isWebView = (userAgent: string, installed: boolean): boolean =>
  !installed &&
  (APPS.test(userAgent) ||
    ANDROID_WEB_VIEW.test(userAgent) ||
    (APPLE_PHONE.test(userAgent) && !userAgent.includes('Safari/')))
