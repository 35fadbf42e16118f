// The one module that touches `window.__TAURI_INTERNALS__`: the program's commands and news as typed functions.

import { newsLine } from "./news-line.js";

/**
 * @import { AccountView, BackupView, Bootstrap, CloseQuestion, ContactCursor, ContactDetail, ContactFilter, ContactForm, ContactPage,
 *   ContactView, CostEstimate, Deleted, DesktopView, Draft, DuplicateChoice, DuplicateView, Errand, ExportProgress, Filled, FirstLook,
 *   GuideNode, Hint, HistoryFilter, HistoryRange, HistorySum, ImportPlanView, ImportPreview, ImportProgress,
 *   ImportUndone, ImportView, Imported, Language, LetterView, LinkHandling, LinkKind, Mapping, Merged, MessageDetail, MessagePage,
 *   MessageView, Notice, RecipientView, SendAnswer, SendForm, Settings, StartNews, SuggestionView, Template, TemplateForm,
 *   TemplatesImported, TextMeasure, UpdateOffer, UpdateProgress, UpdateView, Verdict, Waiting } from "./types.d.ts"
 */

/**
 * What Tauri puts into each window, as far as it is used here. With all of its interface (`withGlobalTauri`) it would be read
 * before the first picture: 49 KB, which do no more than this.
 * @typedef {{
 *   invoke: (command: string, args?: Record<string, unknown>) => Promise<any>,
 * }} Tauri
 */

/** @typedef {{ preview: ImportPreview, plan: ImportPlanView }} ImportDraft a file that was chosen, before its import */

/**
 * @typedef {Object} Backend
 * @property {() => Promise<Bootstrap>} bootstrap
 * @property {() => Promise<StartNews>} startNews what may have changed since the answer that came with the page was made
 * @property {() => Promise<null>} ready the first picture is drawn
 * @property {(input: string) => Promise<RecipientView>} checkRecipient
 * @property {(text: string) => Promise<TextMeasure>} analyzeText
 * @property {(language: Language) => Promise<null>} checkSpelling of what is written from now on
 * @property {(rests: boolean) => Promise<null>} restCursor where the next one is set, it stands still or blinks
 * @property {(recipient: string, senderId: number | null, segments: number) => Promise<CostEstimate>} estimateCost
 * @property {(text: string, recipient: string, contactId: number | null) => Promise<Hint[]>} textHints without the
 *   silenced kinds; the recipient may still be empty or half typed
 * @property {(draft: Draft) => Promise<null>} saveDraft
 * @property {(form: SendForm) => Promise<SendAnswer>} sendMessage
 * @property {(id: string) => Promise<null>} discardDraft
 * @property {(filter: HistoryFilter, before: number | null) => Promise<MessagePage>} listMessages
 * @property {(filter: HistoryFilter) => Promise<HistorySum>} sumMessages
 * @property {() => Promise<HistoryRange>} historyRange
 * @property {() => Promise<string[]>} listCountries as ISO 3166 codes
 * @property {(id: number) => Promise<MessageDetail>} messageDetail
 * @property {(filter: HistoryFilter) => Promise<ExportProgress | null>} exportMessages null: cancelled
 * @property {() => Promise<null>} cancelExport
 * @property {() => Promise<Waiting>} listWaiting
 * @property {() => Promise<number>} countAsking how many messages want the person's word
 * @property {(id: number) => Promise<MessageView>} sendNow
 * @property {(id: number) => Promise<MessageView>} cancelMessage
 * @property {(id: number) => Promise<Draft>} takeBackMessage the message is cancelled, its text a draft
 * @property {(id: number, verdict: Verdict) => Promise<MessageView>} settleMessage
 * @property {(id: number, whole: boolean) => Promise<Draft>} reuseMessage
 * @property {(id: number) => Promise<Deleted>} deleteMessage
 * @property {(number: string) => Promise<Deleted>} deleteRecipientMessages
 * @property {() => Promise<null>} forgetEverything the program starts anew afterwards
 * @property {() => Promise<BackupView>} backups
 * @property {() => Promise<BackupView>} backUpNow
 * @property {() => Promise<string | null>} saveCopy asks for the file; its name, or null: cancelled
 * @property {() => Promise<string | null>} takeOverCopy asks for the file; the program starts anew afterwards
 * @property {() => Promise<null>} printPage
 * @property {(choice: "asking" | "hide" | "quit" | "end") => Promise<null>} closeWindow asking: the question is on the screen; end: asks
 *   first if something is to be sent later
 * @property {(query: string) => Promise<SuggestionView[]>} suggestContacts
 * @property {(name: string, e164: string) => Promise<ContactView>} saveContact
 * @property {(number: string) => Promise<MessageView[]>} recentMessages the last few to it, newest first
 * @property {(filter: ContactFilter, after: ContactCursor | null) => Promise<ContactPage>} listContacts
 * @property {() => Promise<LetterView[]>} contactLetters
 * @property {(id: number) => Promise<ContactDetail>} contact
 * @property {(form: ContactForm) => Promise<ContactDetail>} saveContactForm
 * @property {(id: number) => Promise<ContactDetail>} deleteContact what is needed to bring it back
 * @property {(contact: ContactDetail) => Promise<ContactDetail>} bringBackContact
 * @property {(keep: number, other: number) => Promise<Merged>} mergeContacts
 * @property {(merged: Merged) => Promise<ContactDetail>} unmergeContacts
 * @property {(id: number, favourite: boolean) => Promise<ContactDetail>} setFavourite
 * @property {(id: number, reason: string | null) => Promise<ContactDetail>} setDoNotWrite null: may be written to
 * @property {() => Promise<DuplicateView[]>} listDuplicates pairs of contacts that share a number
 * @property {() => Promise<Template[]>} listTemplates
 * @property {(form: TemplateForm) => Promise<Template>} saveTemplate
 * @property {(id: number) => Promise<Template>} deleteTemplate what is needed to bring it back
 * @property {(template: Template) => Promise<Template>} bringBackTemplate
 * @property {(ids: number[]) => Promise<Template[]>} reorderTemplates
 * @property {(id: number, recipient: string | null, contactId: number | null, answers: Record<string, string>) =>
 *   Promise<Filled>} fillTemplate the contact is the chosen one, where the number belongs to several
 * @property {(unfilled: string[], recipient: string, contactId: number | null) => Promise<Record<string, string>>}
 *   fillPlaceholders what they stand for; those that are not known of the recipient are left out
 * @property {() => Promise<TemplatesImported | null>} importTemplates asks for the file; null: cancelled
 * @property {(format: "csv" | "json") => Promise<string | null>} exportTemplates the file's name; null: cancelled
 * @property {() => Promise<ImportDraft | null>} previewImport asks for the file; null: cancelled
 * @property {(mapping: Mapping) => Promise<ImportDraft>} changeImportMapping
 * @property {(choice: DuplicateChoice) => Promise<Imported | null>} applyImport null: cancelled, nothing was changed
 * @property {() => Promise<null>} cancelImport
 * @property {() => Promise<ImportView[]>} listImports those that can be undone, the newest first
 * @property {(id: number) => Promise<ImportUndone>} undoImport
 * @property {() => Promise<string | null>} saveUnreadable asks for the file; its name, or null: cancelled
 * @property {(format: "vcard" | "csv") => Promise<string | null>} exportContacts the file's name; null: cancelled
 * @property {(key: string, thisRunOnly: boolean) => Promise<AccountView>} storeApiKey
 * @property {() => Promise<AccountView>} retryKeychain
 * @property {() => Promise<AccountView>} forgetApiKey
 * @property {() => Promise<AccountView>} refreshAccount
 * @property {(settings: Settings) => Promise<Bootstrap>} saveSettings
 * @property {(practice: boolean) => Promise<null>} changeMode
 * @property {(address: string) => Promise<string>} checkProxy as it will be kept
 * @property {(page: "api-keys" | "dashboard") => Promise<null>} openPage
 * @property {() => Promise<GuideNode[]>} guide the user guide in the window's language
 * @property {() => Promise<string>} diagnostics what may be shown to anybody who helps
 * @property {(hear: (message: MessageView) => void) => Promise<unknown>} onMessageChanged
 * @property {(hear: (account: AccountView) => void) => Promise<unknown>} onAccountChanged
 * @property {(hear: (progress: ExportProgress) => void) => Promise<unknown>} onExportProgress
 * @property {(hear: (progress: ImportProgress) => void) => Promise<unknown>} onImportProgress
 * @property {(hear: (question: CloseQuestion) => void) => Promise<unknown>} onAskClose
 * @property {(hear: (notice: Notice) => void) => Promise<unknown>} onNotice
 * @property {(hear: (name: string) => void) => Promise<unknown>} onMenu something was chosen in the system's menu bar
 * @property {() => Promise<Errand[]>} takeErrands what was asked of the window since the last time
 * @property {() => Promise<LinkHandling>} linkHandling
 * @property {(kind: LinkKind, on: boolean) => Promise<LinkHandling>} handleLinks what the system says then
 * @property {() => Promise<DesktopView>} desktopView how the program stands on the desktop
 * @property {(on: boolean) => Promise<DesktopView>} startWithDesktop what is so then
 * @property {() => Promise<UpdateView>} updateView what is with newer versions of the program
 * @property {() => Promise<UpdateView>} lookForUpdate what is so then
 * @property {() => Promise<null>} installUpdate the program starts anew when this went well
 * @property {(hear: (offer: UpdateOffer) => void) => Promise<unknown>} onUpdateFound this is a moment to ask
 * @property {(hear: (progress: UpdateProgress) => void) => Promise<unknown>} onUpdateProgress
 * @property {(hear: () => void) => Promise<unknown>} onErrand something is asked of the window
 * @property {(hear: () => void) => Promise<unknown>} onClosing the window closes: what was typed last is to be kept
 */

/** What the program says of the window before anything is asked. @returns {FirstLook} */
export function firstLook() {
  return /** @type {{ firstLook: FirstLook }} */ (/** @type {unknown} */ (window)).firstLook;
}

/** The answer to `bootstrap`, where the page came with it. @returns {Bootstrap | null} */
export function firstAnswer() {
  const place = document.getElementById("first-answer");
  const json = place?.textContent;
  place?.remove();
  return json ? JSON.parse(json) : null;
}

/** @returns {Backend} */
export function connectBackend() {
  return backendOver(/** @type {{ __TAURI_INTERNALS__: Tauri }} */ (/** @type {unknown} */ (window)).__TAURI_INTERNALS__);
}

/**
 * @param {Tauri} tauri
 * @returns {Backend}
 */
export function backendOver({ invoke }) {
  const { listen } = newsLine(invoke);
  return {
    bootstrap: () => invoke("bootstrap"),
    startNews: () => invoke("start_news"),
    ready: () => invoke("ready"),
    checkRecipient: (input) => invoke("check_recipient", { input }),
    analyzeText: (text) => invoke("analyze_text", { text }),
    checkSpelling: (language) => invoke("check_spelling", { language }),
    restCursor: (rests) => invoke("rest_cursor", { rests }),
    estimateCost: (recipient, senderId, segments) => invoke("estimate_cost", { recipient, senderId, segments }),
    textHints: (text, recipient, contactId) => invoke("text_hints", { text, recipient, contactId }),
    saveDraft: (draft) => invoke("save_draft", { draft }),
    sendMessage: (form) => invoke("send_message", { form }),
    discardDraft: (id) => invoke("discard_draft", { id }),
    listMessages: (filter, before) => invoke("list_messages", { filter, before }),
    sumMessages: (filter) => invoke("sum_messages", { filter }),
    historyRange: () => invoke("history_range"),
    listCountries: () => invoke("list_countries"),
    messageDetail: (id) => invoke("message_detail", { id }),
    exportMessages: (filter) => invoke("export_messages", { filter }),
    cancelExport: () => invoke("cancel_export"),
    listWaiting: () => invoke("list_waiting"),
    countAsking: () => invoke("count_asking"),
    sendNow: (id) => invoke("send_now", { id }),
    cancelMessage: (id) => invoke("cancel_message", { id }),
    takeBackMessage: (id) => invoke("take_back_message", { id }),
    settleMessage: (id, verdict) => invoke("settle_message", { id, verdict }),
    reuseMessage: (id, whole) => invoke("reuse_message", { id, whole }),
    deleteMessage: (id) => invoke("delete_message", { id }),
    deleteRecipientMessages: (number) => invoke("delete_recipient_messages", { number }),
    forgetEverything: () => invoke("forget_everything"),
    backups: () => invoke("backups"),
    backUpNow: () => invoke("back_up_now"),
    saveCopy: () => invoke("save_copy"),
    takeOverCopy: () => invoke("take_over_copy"),
    printPage: () => invoke("print_page"),
    closeWindow: (choice) => invoke("close_window", { choice }),
    suggestContacts: (query) => invoke("suggest_contacts", { query }),
    saveContact: (name, e164) => invoke("save_contact", { name, e164 }),
    recentMessages: (number) => invoke("recent_messages", { number }),
    listContacts: (filter, after) => invoke("list_contacts", { filter, after }),
    contactLetters: () => invoke("contact_letters"),
    contact: (id) => invoke("contact", { id }),
    saveContactForm: (form) => invoke("save_contact_form", { form }),
    deleteContact: (id) => invoke("delete_contact", { id }),
    bringBackContact: (contact) => invoke("bring_back_contact", { contact }),
    mergeContacts: (keep, other) => invoke("merge_contacts", { keep, other }),
    unmergeContacts: (merged) => invoke("unmerge_contacts", { merged }),
    setFavourite: (id, favourite) => invoke("set_favourite", { id, favourite }),
    setDoNotWrite: (id, reason) => invoke("set_do_not_write", { id, reason }),
    listDuplicates: () => invoke("list_duplicates"),
    listTemplates: () => invoke("list_templates"),
    saveTemplate: (form) => invoke("save_template", { form }),
    deleteTemplate: (id) => invoke("delete_template", { id }),
    bringBackTemplate: (template) => invoke("bring_back_template", { template }),
    reorderTemplates: (ids) => invoke("reorder_templates", { ids }),
    fillTemplate: (id, recipient, contactId, answers) => invoke("fill_template", { id, recipient, contactId, answers }),
    fillPlaceholders: (unfilled, recipient, contactId) => invoke("fill_placeholders", { unfilled, recipient, contactId }),
    importTemplates: () => invoke("import_templates"),
    exportTemplates: (format) => invoke("export_templates", { format }),
    previewImport: () => invoke("preview_import"),
    changeImportMapping: (mapping) => invoke("change_import_mapping", { mapping }),
    applyImport: (choice) => invoke("apply_import", { choice }),
    cancelImport: () => invoke("cancel_import"),
    listImports: () => invoke("list_imports"),
    undoImport: (id) => invoke("undo_import", { id }),
    saveUnreadable: () => invoke("save_unreadable"),
    exportContacts: (format) => invoke("export_contacts", { format }),
    storeApiKey: (key, thisRunOnly) => invoke("store_api_key", { key, thisRunOnly }),
    retryKeychain: () => invoke("retry_keychain"),
    forgetApiKey: () => invoke("forget_api_key"),
    refreshAccount: () => invoke("refresh_account"),
    saveSettings: (settings) => invoke("save_settings", { settings }),
    changeMode: (practice) => invoke("change_mode", { practice }),
    checkProxy: (address) => invoke("check_proxy", { address }),
    openPage: (page) => invoke("open_page", { page }),
    guide: () => invoke("guide"),
    diagnostics: () => invoke("diagnostics"),
    takeErrands: () => invoke("take_errands"),
    linkHandling: () => invoke("link_handling"),
    desktopView: () => invoke("desktop_view"),
    startWithDesktop: (on) => invoke("start_with_desktop", { on }),
    updateView: () => invoke("update_view"),
    lookForUpdate: () => invoke("look_for_update"),
    installUpdate: () => invoke("install_update"),
    handleLinks: (kind, on) => invoke("handle_links", { kind, on }),
    onMessageChanged: (hear) => listen("message", hear),
    onAccountChanged: (hear) => listen("account", hear),
    onExportProgress: (hear) => listen("export-progress", hear),
    onImportProgress: (hear) => listen("import-progress", hear),
    onAskClose: (hear) => listen("ask-close", hear),
    onNotice: (hear) => listen("notice", hear),
    onMenu: (hear) => listen("menu", hear),
    onUpdateFound: (hear) => listen("update-found", hear),
    onUpdateProgress: (hear) => listen("update-progress", hear),
    onErrand: (hear) => listen("errand", hear),
    onClosing: (hear) => listen("closing", hear),
  };
}
