// Lets the browser talk to a passkey. Where it cannot, what needs one is taken away; the password's form is whole without it.
const button = document.querySelector("[data-passkey]");

if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.querySelectorAll(".scripted").forEach(part => { part.hidden = true; });
} else if (button) {
  const form = button.form;
  const fault = form.querySelector("[data-passkey-fault]");
  const said = fault.textContent;

  // What trying again does not mend.
  const why = {
    SecurityError: () => `Passkeys of this site do not work at ${location.host}: open it at its own address.`,
    InvalidStateError: () => "This device has a passkey for this account already.",
    NotSupportedError: () => "This device cannot make a passkey for this site.",
    StaleError: () => "This page is out of date: you signed in or out after it was opened. Reload it, then try again.",
    LimitError: () => "Too many tries. Try again in a minute.",
  };

  button.addEventListener("click", async () => {
    fault.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = JSON.stringify(await credential());
      form.submit();
    } catch (refused) {
      // Who presses "cancel" knows that it did not work.
      fault.hidden = refused.name === "NotAllowedError" || refused.name === "AbortError";
      fault.textContent = why[refused.name]?.() ?? said;
    } finally {
      button.disabled = false;
    }
  });

  async function credential() {
    const answer = await fetch(button.dataset.options, { method: "POST", body: new FormData(form) });
    if (!answer.ok) {
      const refused = new Error(`The server answers ${answer.status}.`);
      refused.name = { 400: "StaleError", 429: "LimitError" }[answer.status] ?? refused.name;
      throw refused;
    }

    const options = await answer.json();
    return button.dataset.passkey === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }
}
