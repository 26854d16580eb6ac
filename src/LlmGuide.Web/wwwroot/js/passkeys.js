// Lets the browser talk to a passkey. Where it cannot, what needs one is taken away; the password's form is whole without it.
const button = document.querySelector("[data-passkey]");

if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.querySelectorAll(".scripted").forEach(part => { part.hidden = true; });
} else if (button) {
  const form = button.form;
  const fault = form.querySelector("[data-passkey-fault]");
  button.addEventListener("click", async () => {
    fault.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = JSON.stringify(await credential());
      form.submit();
    } catch (refused) {
      // Who presses "cancel" knows that it did not work.
      fault.hidden = refused.name === "NotAllowedError" || refused.name === "AbortError";
    } finally {
      button.disabled = false;
    }
  });

  async function credential() {
    const answer = await fetch(button.dataset.options, { method: "POST", body: new FormData(form) });
    if (!answer.ok) {
      throw new Error(`The server answers ${answer.status}.`);
    }

    const options = await answer.json();
    return button.dataset.passkey === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }
}
