window.addEventListener("load", () => {
  window.Stripe?.("pk_sample").elements().create("card").mount("#card-element");
  window.paypal?.Buttons().render("#paypal-element");
});
