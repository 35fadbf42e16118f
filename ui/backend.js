// The one module that touches `window.__TAURI__`: the program's commands and events as typed functions.

/**
 * @import { AccountView, Bootstrap, ContactView, Draft, MessagePage, MessageView, RecipientView, SendAnswer, SendForm,
 *   Settings, TextAnalysis } from "./types.d.ts"
 */

/**
 * What Tauri puts into the window (`withGlobalTauri`), as far as it is used here.
 * @typedef {{
 *   core: { invoke: (command: string, args?: Record<string, unknown>) => Promise<any> },
 *   event: { listen: (event: string, hear: (event: { payload: any }) => void) => Promise<() => void> },
 * }} Tauri
 */

/**
 * @typedef {Object} Backend
 * @property {() => Promise<Bootstrap>} bootstrap
 * @property {() => Promise<null>} ready the first picture is drawn
 * @property {(input: string) => Promise<RecipientView>} checkRecipient
 * @property {(text: string) => Promise<TextAnalysis>} analyzeText
 * @property {(draft: Draft) => Promise<null>} saveDraft
 * @property {(form: SendForm) => Promise<SendAnswer>} sendMessage
 * @property {(before: number | null) => Promise<MessagePage>} listMessages
 * @property {(id: number) => Promise<MessageView>} releaseMessage
 * @property {(id: number) => Promise<MessageView>} cancelMessage
 * @property {(id: number, sent: boolean) => Promise<MessageView>} settleMessage
 * @property {(query: string) => Promise<ContactView[]>} suggestContacts
 * @property {(name: string, e164: string) => Promise<ContactView>} saveContact
 * @property {(key: string, thisRunOnly: boolean) => Promise<AccountView>} storeApiKey
 * @property {() => Promise<AccountView>} retryKeychain
 * @property {() => Promise<AccountView>} forgetApiKey
 * @property {() => Promise<AccountView>} refreshAccount
 * @property {(settings: Settings) => Promise<Bootstrap>} saveSettings
 * @property {(practice: boolean) => Promise<null>} changeMode
 * @property {(page: "api-keys" | "dashboard") => Promise<null>} openPage
 * @property {(hear: (message: MessageView) => void) => Promise<unknown>} onMessageChanged
 * @property {(hear: (account: AccountView) => void) => Promise<unknown>} onAccountChanged
 * @property {(hear: () => void) => Promise<unknown>} onClosing the window closes: what was typed last is to be kept
 */

/** @returns {Backend} */
export function connectBackend() {
  return backendOver(/** @type {{ __TAURI__: Tauri }} */ (/** @type {unknown} */ (window)).__TAURI__);
}

/**
 * @param {Tauri} tauri
 * @returns {Backend}
 */
export function backendOver({ core: { invoke }, event: { listen } }) {
  return {
    bootstrap: () => invoke("bootstrap"),
    ready: () => invoke("ready"),
    checkRecipient: (input) => invoke("check_recipient", { input }),
    analyzeText: (text) => invoke("analyze_text", { text }),
    saveDraft: (draft) => invoke("save_draft", { draft }),
    sendMessage: (form) => invoke("send_message", { form }),
    listMessages: (before) => invoke("list_messages", { before }),
    releaseMessage: (id) => invoke("release_message", { id }),
    cancelMessage: (id) => invoke("cancel_message", { id }),
    settleMessage: (id, sent) => invoke("settle_message", { id, sent }),
    suggestContacts: (query) => invoke("suggest_contacts", { query }),
    saveContact: (name, e164) => invoke("save_contact", { name, e164 }),
    storeApiKey: (key, thisRunOnly) => invoke("store_api_key", { key, thisRunOnly }),
    retryKeychain: () => invoke("retry_keychain"),
    forgetApiKey: () => invoke("forget_api_key"),
    refreshAccount: () => invoke("refresh_account"),
    saveSettings: (settings) => invoke("save_settings", { settings }),
    changeMode: (practice) => invoke("change_mode", { practice }),
    openPage: (page) => invoke("open_page", { page }),
    onMessageChanged: (hear) => listen("messages-changed", ({ payload }) => hear(payload)),
    onAccountChanged: (hear) => listen("account-changed", ({ payload }) => hear(payload)),
    onClosing: (hear) => listen("closing", () => hear()),
  };
}
