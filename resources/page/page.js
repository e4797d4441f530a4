(function () {
  "use strict";
  var at = function (id) { return document.getElementById(id); };
  try { at("code").value = decodeURIComponent(location.hash.slice(1)).slice(0, 40); } catch (e) { at("code").value = ""; }
  function figure(name) { var one = document.querySelector("input[name=" + name + "]:checked"); return one ? one.value : "-"; }
  function message() {
    var three = ["q1", "q2", "q3"].map(figure), words = at("words").value.trim();
    if (!words && three.join("") === "---") { return ""; }
    return at("f").dataset.slip + " " + at("code").value.trim() + "\n" + three.join(" ") + (at("answer").checked ? " \u2709" : "") + "\n" + words;
  }
  Array.prototype.forEach.call(document.querySelectorAll("a[data-to]"), function (link) {
    link.addEventListener("click", function (event) {
      var text = message();
      at("empty").hidden = text !== "";
      if (text) { link.href = link.dataset.to + encodeURIComponent(text); } else { event.preventDefault(); at("words").focus(); }
    });
  });
}());
