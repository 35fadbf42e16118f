// What the window knows (the nouns that flow down to the views) and what views may ask for (the verbs that flow up).

/**
 * @import { AccountView, Bootstrap, ContactForm, Draft, MessageView, Notice, Settings, UiError, UpdateOffer } from "./types.d.ts"
 */

/** @typedef {"new-message" | "outbox" | "history" | "contacts" | "templates" | "settings" | "first-run" | "help"} ViewName */

/**
 * @typedef {Object} Model
 * @property {Bootstrap} start the last bootstrap: mode, version, language
 * @property {Settings} settings the settings as chosen, also where saving them failed
 * @property {AccountView} account
 * @property {ViewName} view
 * @property {Notice[]} notices what must be told since the start
 * @property {number} asking how many messages want the person's word
 * @property {Set<string>} dismissed the kinds of notices that were put away
 * @property {boolean} draftKept whether the text being written is on the disk
 * @property {UiError | null} settingsProblem why the settings could not be saved
 */

/**
 * @typedef {Object} Actions
 * @property {(view: ViewName) => void} show
 * @property {(change: Partial<Settings>) => Promise<void>} changeSettings
 * @property {(account: AccountView) => void} accountIs
 * @property {(message: MessageView) => void} messageIs
 * @property {(asking: number) => void} askingIs
 * @property {(told: string) => void} messagesAreGone some were deleted; what to say of it
 * @property {(message: MessageView, ms: number) => void} countDown it can be taken back for so long
 * @property {(draft: Draft) => void} openDraft writes on at a draft; what stands in the form is kept beside
 * @property {(draft: Draft) => void} bringBack a text that was taken back; it goes beside what was written since
 * @property {(id: number) => void} showDetail
 * @property {(id: number) => void} showContact
 * @property {(form: ContactForm) => void} editContact
 * @property {(told: string) => void} contactsChanged what to say of it
 * @property {(recipient: string) => void} writeTo begins a message; what stands in the form is kept beside
 * @property {(told: string, undo: () => Promise<unknown>) => void} offerUndo something is gone and can come back
 * @property {() => Promise<void>} retryKeychain
 * @property {() => Promise<void>} refreshAccount
 * @property {() => void} enterKey brings the person to the key form in the settings
 * @property {(kind: string) => void} dismiss
 * @property {(offer: UpdateOffer | null) => void} updateIs a newer version was looked for
 * @property {(kept: boolean) => void} draftIsKept
 */

/**
 * @param {Bootstrap} start
 * @returns {Model}
 */
export function makeModel(start) {
  const { settings, account, notices } = start;
  return {
    start, settings, account, notices,
    view: "new-message",
    asking: countAsking(notices),
    dismissed: new Set(),
    draftKept: true,
    settingsProblem: null,
  };
}

/** @param {Notice[]} notices */
function countAsking(notices) {
  return notices.reduce((sum, notice) => sum + (notice.kind === "held" || notice.kind === "unclear" ? notice.count : 0), 0);
}
