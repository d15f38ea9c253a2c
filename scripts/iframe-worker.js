// The search is a worker, and browsers start none for a page that is read from a folder: there a hidden frame is one.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(url) {
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.documentElement.append(this.frame);
      const inner = this.frame.contentWindow;
      inner.postMessage = (data) => setTimeout(() => this.onmessage?.(new MessageEvent("message", { data })));
      const script = inner.document.createElement("script");
      script.src = new URL(url, location.href).href;
      script.onload = () => {
        this.ready = true;
        this.waiting.splice(0).forEach((data) => this.postMessage(data));
      };
      script.onerror = (event) => this.onerror?.(event);
      inner.document.head.append(script);
    }
    postMessage(data) {
      // A frame has messages of its own kind: what is sent to it is an event of its window.
      const inner = this.frame.contentWindow;
      if (this.ready) setTimeout(() => inner.dispatchEvent(new MessageEvent("message", { data })));
      else this.waiting.push(data);
    }
    terminate() {
      this.frame.remove();
    }
  };
}
