/** Settings of a build, from its environment (README, "Run it for an organisation"); defaults are in vite.config.ts. */
interface ImportMetaEnv {
  /** The name of the installed app and of the browser tab; an organisation may choose a neutral one. */
  readonly APP_NAME: string
  /** The folder of the installed app's icons, under client/public/icons. */
  readonly APP_ICON: string
  /** `wss://…/relay` when the relay is elsewhere; empty means `/relay` on the origin that serves the app. */
  readonly RELAY_URL: string
  /** The target of "leave fast": a site that reveals nothing about the person who opens it. */
  readonly LEAVE_URL: string
}
