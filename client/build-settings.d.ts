/** What a build may be told through its environment (README, "Run it for an organisation"); defaults are in vite.config.ts. */
interface ImportMetaEnv {
  /** Name of the installed app and of the browser tab; an organisation may choose something neutral. */
  readonly APP_NAME: string
  /** Folder under client/public/icons that the installed app takes its icons from. */
  readonly APP_ICON: string
  /** `wss://…/relay` when the relay lives elsewhere; empty means `/relay` on the origin that served the app. */
  readonly RELAY_URL: string
  /** Where "leave fast" goes: a site that says nothing about the person who opens it. */
  readonly LEAVE_URL: string
}
