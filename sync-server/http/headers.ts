/** Security headers of every answer: only the app's own files may run, and no referrer leaves. */

/** One year, in seconds (hstspreload.org): a browser that came by https once never uses plain http again. */
const HSTS_SECONDS = 365 * 24 * 60 * 60

/**
 * The browser features that the app asks for: copying a link, and the device's own unlock for its lock. (The share sheet needs
 * no permission in a top-level page.)
 */
const USED = ['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get']

/**
 * Features denied to the page, so that injected code could not use them either: everything that Chromium 156 names except
 * `ch-` hints.
 */
const UNUSED =
  'accelerometer aria-notify autoplay browsing-topics camera captured-surface-control clipboard-read ' +
  'compute-pressure cross-origin-isolated deferred-fetch deferred-fetch-minimal digital-credentials-create digital-credentials-get display-capture ' +
  'encrypted-media fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection interest-cohort keyboard-map ' +
  'language-detector language-model local-fonts local-network local-network-access loopback-network magnetometer ' +
  'media-playback-while-not-visible microphone midi on-device-speech-recognition otp-credentials payment picture-in-picture ' +
  'private-state-token-issuance private-state-token-redemption ' +
  'screen-wake-lock serial speaker-selection storage-access summarizer sync-xhr translator unload usb window-management ' +
  'xr-spatial-tracking'

const PERMISSIONS = [...USED.map((name) => `${name}=(self)`), ...UNUSED.split(' ').map((name) => `${name}=()`)].join(
  ', ',
)

const socketOriginOf = (address: string): string => new URL(address).origin.replace(/^http/, 'ws')

/** `connect-src` names the socket's address too: not every browser counts it as 'self' (CSP3 §6.7.2.8 does). */
const contentSecurityPolicy = (socketOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${socketOrigin}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** `relayUrl`: the address of the relay when the app is served from elsewhere. */
export const securityHeaders = (publicOrigin: string, relayUrl: string | null): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurityPolicy(socketOriginOf(relayUrl ?? publicOrigin)),
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': PERMISSIONS,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  ...(publicOrigin.startsWith('https:') && { 'Strict-Transport-Security': `max-age=${HSTS_SECONDS}` }),
})
