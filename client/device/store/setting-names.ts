/** The names of settings in this device's database that more than one part of the device reads. */

/** What was proposed, as words. */
export const PROPOSED = 'proposed'
/** What is remembered of a home (home-cache.ts). */
export const HOME = 'home'
export const HOME_VIEW = 'home-view'
export const ORGANISATION = 'organisation'
