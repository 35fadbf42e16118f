// The way to Famulor: as the system, directly, or through a proxy that is named here.

import { byId, setFieldError } from "../page/dom.js";
import { asUiError } from "../page/errors.js";

/**
 * @import { Backend } from "../backend.js"
 * @import { Actions, Model } from "../model.js"
 */

const WITHOUT_ADDRESS = ["system", "none"];

/**
 * @param {Object} needs
 * @param {Pick<Backend, "checkProxy">} needs.backend
 * @param {Pick<Actions, "changeSettings">} needs.actions
 */
export function mountProxySettings({ backend, actions }) {
  const select = byId("proxy", HTMLSelectElement);
  const field = byId("proxy-address-field", HTMLElement);
  const address = byId("proxy-address", HTMLInputElement);
  const errorPlace = byId("proxy-address-error", HTMLElement);
  let isBeingWritten = false;

  /** @param {Model} model */
  function update({ settings: { proxy }, view }) {
    if (isBeingWritten && view === "settings") return;
    isBeingWritten = false;
    setFieldError(address, errorPlace, null);
    const isAddress = !WITHOUT_ADDRESS.includes(proxy);
    select.value = isAddress ? "address" : proxy;
    address.value = isAddress ? proxy : "";
    field.hidden = !isAddress;
  }

  function choose() {
    setFieldError(address, errorPlace, null);
    isBeingWritten = select.value === "address";
    field.hidden = !isBeingWritten;
    if (!isBeingWritten) void actions.changeSettings({ proxy: select.value });
  }

  /** Nothing is kept that is no proxy: what was before stays in use. */
  async function keep() {
    isBeingWritten = true;
    try {
      const proxy = await backend.checkProxy(address.value);
      setFieldError(address, errorPlace, null);
      isBeingWritten = false;
      void actions.changeSettings({ proxy });
    } catch (thrown) {
      setFieldError(address, errorPlace, asUiError(thrown).message);
    }
  }

  select.addEventListener("change", choose);
  address.addEventListener("change", () => void keep());
  return { update };
}
