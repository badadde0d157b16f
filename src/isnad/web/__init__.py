"""The web page: pages that work without JavaScript, drawings that the server makes."""
